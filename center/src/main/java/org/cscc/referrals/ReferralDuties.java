package org.cscc.referrals;

import java.util.ArrayList;
import java.util.List;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Duties;
import org.cscc.access.Duty;
import org.springframework.stereotype.Component;

/** What referrals ask of a person, for a first page: in numbers, without tokens. */
@Component
class ReferralDuties implements Duties {
  private static final String LIST = "/referrals";

  private final ReferralReads reads;
  private final Access access;

  ReferralDuties(ReferralReads reads, Access access) {
    this.reads = reads;
    this.access = access;
  }

  @Override
  public List<Duty> now() {
    List<Duty> duties = new ArrayList<>();
    access
        .decide(Capability.READ_REFERRALS)
        .filter(decision -> !decision.everywhere())
        .map(reads::waiting)
        .ifPresent(
            waiting -> {
              add(duties, "referrals-late", waiting.late(), true);
              add(duties, "referrals-answer", waiting.toAnswer(), false);
              add(duties, "referrals-declined", waiting.declined(), false);
            });
    return duties;
  }

  private static void add(List<Duty> duties, String key, int count, boolean late) {
    if (count > 0) {
      duties.add(new Duty(key, List.of(count), LIST, late));
    }
  }
}

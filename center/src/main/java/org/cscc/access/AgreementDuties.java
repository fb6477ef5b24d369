package org.cscc.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What agreements ask of who keeps them: to renew in time, and to see that data is destroyed. */
@Component
class AgreementDuties implements Duties {
  private static final String LIST = "/access/agreements";

  private final Agreements agreements;
  private final Access access;

  AgreementDuties(Agreements agreements, Access access) {
    this.agreements = agreements;
    this.access = access;
  }

  @Override
  public List<Duty> now() {
    Decision reading = access.decide(Capability.READ_AGREEMENTS).orElse(null);
    if (reading == null || access.decide(Capability.EDIT_AGREEMENTS).isEmpty()) {
      return List.of();
    }
    LocalDate today = agreements.today();
    List<Agreement> all = agreements.all(reading);
    int renew = (int) all.stream().filter(one -> one.renewalDue(today)).count();
    List<LocalDate> due = new ArrayList<>();
    for (Agreement one : all) {
      LocalDate by = one.certificateDue(today);
      if (by != null) {
        due.add(by);
      }
    }
    List<Duty> duties = new ArrayList<>();
    if (renew > 0) {
      duties.add(new Duty("agreements-renew", List.of(renew), LIST, false));
    }
    if (!due.isEmpty()) {
      boolean late = due.stream().anyMatch(today::isAfter);
      duties.add(new Duty("agreements-destroy", List.of(due.size()), LIST, late));
    }
    return duties;
  }
}

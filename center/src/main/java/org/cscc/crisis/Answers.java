package org.cscc.crisis;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.reviews.FirstResponses;
import org.springframework.stereotype.Component;

/** Tells the review of a team who has answered its incidents. */
@Component
class Answers implements FirstResponses {
  private final CrisisReads reads;
  private final Access access;

  Answers(CrisisReads reads, Access access) {
    this.reads = reads;
    this.access = access;
  }

  @Override
  public Map<UUID, FirstResponse> to(Collection<UUID> incidents) {
    Decision reading = access.decide(Capability.READ_CRISES).orElse(null);
    Map<UUID, FirstResponse> answers = new HashMap<>();
    if (reading == null || incidents.isEmpty()) {
      return answers;
    }
    for (Activation one : reads.byIncidents(reading, incidents)) {
      UUID incident = one.incident();
      if (incident != null) {
        answers.put(
            incident,
            new FirstResponse(
                one.code(),
                one.parties().size(),
                (int) one.answered(),
                one.parties().stream().anyMatch(party -> party.deployedAt() != null),
                one.contactAt() != null));
      }
    }
    return answers;
  }
}

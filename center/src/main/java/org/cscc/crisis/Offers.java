package org.cscc.crisis;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cscc.incidents.IncidentFacts;
import org.cscc.kernel.Share;

/**
 * In how many incidents with people shot or killed help for survivors was offered in time (F2,
 * R-INC-04). What stands for an offer is the step by which an organization that was called for
 * victim services says that it has reached survivors or a family; who that was is not known here.
 * An incident without an activation counts as one without an offer. Hand-offs of needs are not
 * asked: their small numbers are told inside a team only (R-SUP-01), and this number with the one
 * beside it would tell them.
 */
final class Offers {
  private final Map<UUID, Activation> byIncident = new HashMap<>();
  private final Duration limit;
  private final Instant now;

  /**
   * The steps.
   *
   * @param limit from when the center could know
   */
  Offers(Collection<Activation> activations, Duration limit, Instant now) {
    for (Activation one : activations) {
      UUID incident = one.incident();
      if (incident != null) {
        byIncident.put(incident, one);
      }
    }
    this.limit = limit;
    this.now = now;
  }

  /** Those in time, of the incidents whose time for it is over. */
  Share of(List<IncidentFacts> incidents) {
    List<IncidentFacts> over = incidents.stream().filter(one -> !until(one).isAfter(now)).toList();
    int offered = (int) over.stream().filter(this::inTime).count();
    return Share.of(offered, over.size(), CrisisMeasures.SMALLEST);
  }

  private Instant until(IncidentFacts incident) {
    Activation activation = byIncident.get(incident.id());
    return (activation == null ? incident.firstSeenAt() : activation.knownAt()).plus(limit);
  }

  private boolean inTime(IncidentFacts incident) {
    Activation activation = byIncident.get(incident.id());
    return activation != null
        && activation.parties().stream()
            .filter(party -> party.duty() == Party.Duty.VICTIM_SERVICES)
            .map(Party::contactAt)
            .anyMatch(at -> at != null && !at.isAfter(until(incident)));
  }
}

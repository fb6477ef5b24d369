package org.cscc.reviews;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.incidents.Incidents;
import org.cscc.kernel.ReviewWeek;
import org.cscc.reviews.PacketStep.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The center's own rounds: it prepares what is due and says in the log what it did. */
@Component
class PacketRounds {
  private static final Logger LOG = LoggerFactory.getLogger(PacketRounds.class);

  /** Weeks that were missed are caught up this far back. */
  private static final int MISSED = 8;

  /** Published packets are held against the records for this many weeks. */
  private static final int WATCHED = 4;

  private final PacketDesk desk;
  private final PacketStore store;
  private final Incidents incidents;
  private final WeeklyCut cut;
  private final Access access;
  private final Clock clock;

  PacketRounds(
      PacketDesk desk,
      PacketStore store,
      Incidents incidents,
      WeeklyCut cut,
      Access access,
      Clock clock) {
    this.desk = desk;
    this.store = store;
    this.incidents = incidents;
    this.cut = cut;
    this.access = access;
    this.clock = clock;
  }

  /** Prepares every week from the last prepared one to the last whose cut has passed. */
  void atTheCut() {
    if (incidents.latest().isEmpty()) {
      LOG.info("No packets prepared: no incident data has been imported yet");
      return;
    }
    for (ReviewWeek week : due()) {
      int drafts = desk.prepare(system(), week).size();
      LOG.info("Week of {}: {} packets prepared", week.firstDay(), drafts);
    }
  }

  /** Prepares a draft revision of each packet that the records no longer agree with. */
  void corrections() {
    if (incidents.latest().isEmpty()) {
      return;
    }
    ReviewWeek week = cut.lastClosed(clock.instant());
    for (int back = 0; back < WATCHED; back++) {
      List<String> known = store.teamsOf(week);
      if (!known.isEmpty()) {
        int drafts = desk.prepare(system(), week, known, Reason.RECORDS_CHANGED).size();
        LOG.info("Week of {}: {} packets corrected", week.firstDay(), drafts);
      }
      week = week.previous();
    }
  }

  private List<ReviewWeek> due() {
    ReviewWeek last = cut.lastClosed(clock.instant());
    LocalDate oldest = last.firstDay().minusWeeks(MISSED - 1L);
    LocalDate first =
        store
            .newestWeek()
            .map(newest -> newest.plusWeeks(1))
            .filter(next -> next.isBefore(last.firstDay()))
            .orElse(last.firstDay());
    List<ReviewWeek> due = new ArrayList<>();
    LocalDate week = first.isBefore(oldest) ? oldest : first;
    while (!week.isAfter(last.firstDay())) {
      due.add(new ReviewWeek(week));
      week = week.plusWeeks(1);
    }
    return due;
  }

  private Decision system() {
    return access.forSystem(Capability.PREPARE_PACKET);
  }
}

package org.cscc.directory.partners;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.directory.partners.Changes.What;
import org.cscc.kernel.WallClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steering committee: who sits on it, for whom, since when. Seats that ended stay readable. */
@Component
class Committee {
  private final JdbcClient jdbc;
  private final Changes changes;
  private final Clock clock;

  Committee(JdbcClient jdbc, Changes changes, Clock clock) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * A seat.
   *
   * @param standsFor a neighbourhood, an organization or an interest, such as "faith leaders"
   * @param until last day, included; null while it is held
   */
  record Seat(UUID id, String name, String standsFor, LocalDate since, @Nullable LocalDate until) {}

  /** Seats that are held first, then those that ended, the latest first. */
  List<Seat> seats() {
    return jdbc.sql(
            """
            select id, name, stands_for, since, until from directory.committee_seat
            order by until desc nulls first, stands_for, name, id
            """)
        .query(DataClassRowMapper.newInstance(Seat.class))
        .list();
  }

  @Transactional
  void add(Decision decision, String name, String standsFor) {
    decision.about(Capability.EDIT_REFERENCE);
    Seat seat =
        new Seat(UUID.randomUUID(), name, standsFor, WallClock.dayOf(clock.instant()), null);
    jdbc.sql(
            "insert into directory.committee_seat (id, name, stands_for, since) values (?, ?, ?, ?)")
        .params(seat.id(), seat.name(), seat.standsFor(), seat.since())
        .update();
    changes.add(
        decision, What.COMMITTEE_SEAT, seat.id().toString(), Changes.NOTHING, PartnerJson.of(seat));
  }

  @Transactional
  void end(Decision decision, UUID id) {
    decision.about(Capability.EDIT_REFERENCE);
    Seat before =
        seats().stream()
            .filter(seat -> seat.id().equals(id) && seat.until() == null)
            .findFirst()
            .orElseThrow(() -> ServiceDesk.unknown(id));
    LocalDate today = WallClock.dayOf(clock.instant());
    Seat after = new Seat(id, before.name(), before.standsFor(), before.since(), today);
    jdbc.sql("update directory.committee_seat set until = ? where id = ?")
        .params(today, id)
        .update();
    changes.add(
        decision,
        What.COMMITTEE_SEAT,
        id.toString(),
        PartnerJson.of(before),
        PartnerJson.of(after));
  }
}

package org.cscc.directory.partners;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.cscc.access.Decision;
import org.cscc.directory.OnCallList;
import org.cscc.directory.OnCallTurn;
import org.cscc.directory.partners.Changes.What;
import org.cscc.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who answers, when and for which area. Two first ones at the same time would be nobody. */
@Component
class OnCalls implements OnCallList {
  private static final String ROW =
      "select id, duty, area, back_up, organization, name, phone, starts_at, ends_at"
          + " from directory.on_call ";
  private static final Duration LONGEST = Duration.ofDays(31);

  private final JdbcClient jdbc;
  private final Changes changes;
  private final Clock clock;

  OnCalls(JdbcClient jdbc, Changes changes, Clock clock) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.clock = clock;
  }

  /** Turns that are not over, those that run first. */
  List<OnCall> ahead() {
    return jdbc.sql(ROW + "where ends_at > ? order by starts_at, area, duty, back_up, id")
        .param(utc(clock.instant()))
        .query((row, number) -> turn(row))
        .list();
  }

  @Override
  public List<OnCallTurn> between(Instant from, Instant until) {
    return jdbc.sql(
            ROW
                + """
                where (starts_at < :until or starts_at <= :from) and ends_at > :from
                order by starts_at, area, duty, back_up, id
                """)
        .param("from", utc(from))
        .param("until", utc(until))
        .query((row, number) -> turn(row).told())
        .list();
  }

  /**
   * Adds a turn.
   *
   * @throws Refused R-DIRECTORY-04 when the times make no turn, R-DIRECTORY-05 when somebody has it
   */
  @Transactional
  void add(Decision decision, OnCall turn) {
    ServiceDesk.own(decision, turn.organization());
    if (!turn.from().isBefore(turn.until())
        || Duration.between(turn.from(), turn.until()).compareTo(LONGEST) > 0
        || !turn.until().isAfter(clock.instant())) {
      throw new Refused(Refused.Kind.INVALID, "R-DIRECTORY-04", "directory.refused.turn");
    }
    // Two who write at once are held against each other.
    jdbc.sql("select pg_advisory_xact_lock(hashtext('directory.on_call'))").query().listOfRows();
    jdbc.sql(
            ROW
                + """
                where duty = :duty and area is not distinct from cast(:area as int)
                  and back_up = :backUp and starts_at < :until and ends_at > :from
                order by starts_at limit 1
                """)
        .param("duty", turn.duty().name())
        .param("area", turn.area())
        .param("backUp", turn.backUp())
        .param("from", utc(turn.from()))
        .param("until", utc(turn.until()))
        .query((row, number) -> turn(row))
        .optional()
        .ifPresent(
            taken -> {
              throw new Refused(
                  Refused.Kind.CONFLICT,
                  "R-DIRECTORY-05",
                  "directory.refused.taken",
                  taken.organization());
            });
    jdbc.sql(
            """
            insert into directory.on_call
              (id, duty, area, back_up, organization, name, phone, starts_at, ends_at)
            values (:id, :duty, :area, :backUp, :organization, :name, :phone, :from, :until)
            """)
        .param("id", turn.id())
        .param("duty", turn.duty().name())
        .param("area", turn.area())
        .param("backUp", turn.backUp())
        .param("organization", turn.organization())
        .param("name", turn.name())
        .param("phone", turn.phone())
        .param("from", utc(turn.from()))
        .param("until", utc(turn.until()))
        .update();
    changes.add(
        decision, What.ON_CALL, turn.id().toString(), Changes.NOTHING, PartnerJson.of(turn));
  }

  /** Takes a turn back: from now on when it runs, altogether when it has not begun. */
  @Transactional
  void end(Decision decision, UUID id) {
    OnCall turn =
        jdbc.sql(ROW + "where id = ? for update")
            .param(id)
            .query((row, number) -> turn(row))
            .optional()
            .orElseThrow(() -> ServiceDesk.unknown(id));
    ServiceDesk.own(decision, turn.organization());
    Instant now = clock.instant();
    if (turn.from().isBefore(now)) {
      jdbc.sql("update directory.on_call set ends_at = ? where id = ?")
          .params(utc(now), id)
          .update();
    } else {
      jdbc.sql("delete from directory.on_call where id = ?").param(id).update();
    }
    changes.add(
        decision,
        What.ON_CALL,
        id.toString(),
        PartnerJson.of(turn),
        PartnerJson.of("ended " + now));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static OnCall turn(ResultSet row) throws SQLException {
    return new OnCall(
        row.getObject("id", UUID.class),
        OnCall.Duty.valueOf(row.getString("duty")),
        row.getObject("area", Integer.class),
        row.getBoolean("back_up"),
        row.getString("organization"),
        row.getString("name"),
        row.getString("phone"),
        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
        row.getObject("ends_at", OffsetDateTime.class).toInstant());
  }
}

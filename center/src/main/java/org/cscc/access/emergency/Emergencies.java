package org.cscc.access.emergency;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Duties;
import org.cscc.access.Duty;
import org.cscc.access.SignedIn;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.BusinessCalendar;
import org.cscc.kernel.Refused;
import org.cscc.kernel.WallClock;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Emergencies: begun with a reason, over by themselves, looked at on the next working day. */
@Component
class Emergencies implements Duties {
  /** So many are listed; those nobody has looked at come first. */
  static final int SHOWN = 200;

  private static final String ALL =
      """
      select id, account, role, organization, reason, began_at, ends_at, ended_at, look_by,
        looked_at, looked_by, in_order, finding
      from access.emergency\
      """;

  private final JdbcClient jdbc;
  private final Access access;
  private final AuditTrail trail;
  private final BusinessCalendar calendar;
  private final Clock clock;

  Emergencies(
      JdbcClient jdbc, Access access, AuditTrail trail, BusinessCalendar calendar, Clock clock) {
    this.jdbc = jdbc;
    this.access = access;
    this.trail = trail;
    this.calendar = calendar;
    this.clock = clock;
  }

  LocalDate today() {
    return WallClock.dayOf(clock.instant());
  }

  /**
   * Lets the person read beyond the own teams from now on.
   *
   * @throws Refused R-GLASS-01 when it does already
   */
  @Transactional
  void begin(Decision decision, SignedIn person, Duration life, String reason) {
    decision.about(Capability.BREAK_GLASS);
    if (running(person).isPresent()) {
      throw new Refused(Refused.Kind.CONFLICT, "R-GLASS-01", "access.refused.glass-open");
    }
    OffsetDateTime now = utc();
    jdbc.sql(
            """
            insert into access.emergency (id, account_id, account, role, organization, reason,
              began_at, ends_at, look_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            UUID.randomUUID(),
            person.id(),
            person.name(),
            person.role().name(),
            person.organization(),
            reason,
            now,
            now.plus(life),
            calendar.lastOf(1, today()))
        .update();
    trail.note(
        AuditNote.change(
            Deed.OVERRIDE, "emergency", person.name(), null, life.toHours() + " h: " + reason));
  }

  /** The one that is on for the person. */
  Optional<Emergency> running(SignedIn person) {
    return jdbc.sql(ALL + " where account_id = ? and ended_at is null and ends_at > ?")
        .params(person.id(), utc())
        .query(DataClassRowMapper.newInstance(Emergency.class))
        .optional();
  }

  /** Ends what is on for the person. */
  @Transactional
  void end(SignedIn person) {
    int ended =
        jdbc.sql(
                """
                update access.emergency set ended_at = ?
                where account_id = ? and ended_at is null and ends_at > ?
                """)
            .params(utc(), person.id(), utc())
            .update();
    if (ended > 0) {
      trail.note(AuditNote.change(Deed.CHANGE, "emergency", person.name(), "on", "off"));
    }
  }

  /** All of them: first those that nobody has looked at, then the newest. */
  List<Emergency> all(Decision decision) {
    decision.about(Capability.READ_EMERGENCIES);
    return jdbc.sql(ALL + " order by looked_at is not null, began_at desc, id limit " + SHOWN)
        .query(DataClassRowMapper.newInstance(Emergency.class))
        .list();
  }

  /**
   * Writes down what the privacy officer found.
   *
   * @throws Refused R-GLASS-02 when there is none that nobody has looked at, R-GLASS-03 for one's
   *     own, R-GLASS-04 without words for what was not in order
   */
  @Transactional
  void look(Decision decision, UUID id, boolean inOrder, String finding) {
    decision.about(Capability.REVIEW_EMERGENCIES);
    Emergency found =
        jdbc.sql(ALL + " where id = ? and looked_at is null for update")
            .param(id)
            .query(DataClassRowMapper.newInstance(Emergency.class))
            .optional()
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Kind.NOT_FOUND, "R-GLASS-02", "access.refused.no-emergency"));
    if (found.account().equals(decision.account())) {
      throw new Refused(Refused.Kind.FORBIDDEN, "R-GLASS-03", "access.refused.own-emergency");
    }
    if (!inOrder && finding.isBlank()) {
      throw new Refused(Refused.Kind.INVALID, "R-GLASS-04", "access.refused.finding");
    }
    jdbc.sql(
            """
            update access.emergency
            set looked_at = ?, looked_by = ?, in_order = ?, finding = ? where id = ?
            """)
        .params(utc(), decision.account(), inOrder, finding, id)
        .update();
    trail.note(
        AuditNote.change(
            Deed.CHANGE,
            "emergency",
            found.account(),
            found.reason(),
            (inOrder ? "in order" : "not in order") + (finding.isEmpty() ? "" : ": " + finding)));
  }

  /** Stays with the privacy officer until somebody has looked at each. */
  @Override
  public List<Duty> now() {
    if (access.decide(Capability.REVIEW_EMERGENCIES).isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            select count(*) as open, min(look_by) as look_by from access.emergency
            where looked_at is null
            """)
        .query(
            (row, number) ->
                row.getInt("open") == 0
                    ? List.<Duty>of()
                    : List.of(duty(row.getInt("open"), row.getObject("look_by", LocalDate.class))))
        .single();
  }

  private Duty duty(int open, LocalDate first) {
    return new Duty("emergencies", List.of(open), "/access/emergencies", first.isBefore(today()));
  }

  private OffsetDateTime utc() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}

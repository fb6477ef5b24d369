package org.cscc.reviews;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.directory.Team;
import org.cscc.kernel.Refused;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Incidents put off to a later review. R-HRIT-03: they may wait, with a reason and a week; they are
 * never taken off the table.
 */
@Component
class Deferrals {
  /** How many weeks an incident may wait; the packet looks back twice as far. */
  static final int LONGEST_WEEKS = 4;

  private static final String TAKEN_BACK = "TAKEN_BACK";

  private final JdbcClient jdbc;
  private final Access access;
  private final Clock clock;

  Deferrals(JdbcClient jdbc, Access access, Clock clock) {
    this.jdbc = jdbc;
    this.access = access;
    this.clock = clock;
  }

  /** What waits of a team's week. */
  List<Deferral> of(String team, ReviewWeek week) {
    return standing("team = ? and week = ?", team, week.firstDay());
  }

  /** What waits of the same week of several teams. */
  List<Deferral> of(Collection<String> teams, LocalDate week) {
    return standing("team = any (?) and week = ?", teams.toArray(String[]::new), week);
  }

  /** What comes back to any team in a week. */
  List<Deferral> backIn(ReviewWeek week) {
    return standing(
            "week between ? and ?",
            week.firstDay().minusWeeks(LONGEST_WEEKS),
            week.firstDay().minusDays(1))
        .stream()
        .filter(deferral -> deferral.untilWeek().equals(week.firstDay()))
        .toList();
  }

  /**
   * Puts an incident of a packet off.
   *
   * @throws Refused R-HRIT-03 when it is not in the packet or the later week is none of the next
   */
  void defer(
      Decision decision,
      Team team,
      OpenPacket packet,
      UUID incident,
      LocalDate until,
      Deferral.Reason reason) {
    decision.about(Capability.DEFER_INCIDENT);
    LocalDate week = packet.row().week();
    if (packet.content().facts().cards().stream()
        .noneMatch(card -> card.incident().equals(incident))) {
      throw new Refused(Refused.Kind.NOT_FOUND, "R-HRIT-03", "reviews.refused.not-in-packet");
    }
    if (!laterWeeks(week).contains(until) || !Deferral.Reason.offered().contains(reason)) {
      throw new Refused(
          Refused.Kind.INVALID, "R-HRIT-03", "reviews.refused.later-week", LONGEST_WEEKS);
    }
    add(decision, team, week, incident, until, reason.name());
  }

  /** Brings what was on the table of a cancelled review to a later one. */
  void carry(
      Decision decision, Team team, LocalDate week, List<IncidentCard> cards, LocalDate until) {
    decision.about(Capability.DEFER_INCIDENT);
    for (IncidentCard card : cards) {
      add(decision, team, week, card.incident(), until, Deferral.Reason.REVIEW_CANCELLED.name());
    }
  }

  /** Brings an incident back to its own week. */
  void takeBack(Decision decision, Team team, ReviewWeek week, UUID incident) {
    decision.about(Capability.DEFER_INCIDENT);
    if (of(team.code(), week).stream().noneMatch(waits -> waits.incident().equals(incident))) {
      throw new Refused(Refused.Kind.NOT_FOUND, "R-HRIT-03", "reviews.refused.not-deferred");
    }
    add(decision, team, week.firstDay(), incident, null, TAKEN_BACK);
  }

  /** First days of the weeks that an incident may wait for. */
  static List<LocalDate> laterWeeks(LocalDate week) {
    return java.util.stream.IntStream.rangeClosed(1, LONGEST_WEEKS)
        .mapToObj(week::plusWeeks)
        .toList();
  }

  private List<Deferral> standing(String which, Object... values) {
    return jdbc.sql(
            """
            select * from (
              select distinct on (team, week, incident)
                     team, week, incident, until_week, reason, by_account, at
              from reviews.deferral where %s order by team, week, incident, id desc) newest
            where until_week is not null order by week, at
            """
                .formatted(which))
        .params(values)
        .query(
            (row, number) ->
                new Deferral(
                    row.getString("team"),
                    row.getObject("week", LocalDate.class),
                    row.getObject("incident", UUID.class),
                    row.getObject("until_week", LocalDate.class),
                    Deferral.Reason.valueOf(row.getString("reason")),
                    row.getString("by_account"),
                    PacketView.chicago(row.getObject("at", OffsetDateTime.class).toInstant())))
        .list();
  }

  private void add(
      Decision decision,
      Team team,
      LocalDate week,
      UUID incident,
      @Nullable LocalDate until,
      String reason) {
    String role = access.signedIn().map(account -> account.role().name()).orElse("SYSTEM");
    jdbc.sql(
            """
            insert into reviews.deferral
              (team, week, incident, until_week, reason, by_account, by_role, at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(team.code())
        .param(week)
        .param(incident)
        .param(until)
        .param(reason)
        .param(decision.account())
        .param(role)
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}

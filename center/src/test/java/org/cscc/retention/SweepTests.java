package org.cscc.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cscc.access.MadeUpRows;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.WallClock;
import org.cscc.retention.Rule.Timed;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** What goes and what stays, with the clock moved. */
class SweepTests {
  private static final Instant NOW = Instant.parse("2026-11-29T09:10:00Z");
  private final Nights nights = Nights.fresh();

  @Test
  void everyTableIsNamedWithItsTimeOrTheReasonWhyItStays() {
    Rules rules = Rules.read("");
    assertThat(rules.rules().stream().map(Rule::table))
        .containsExactlyInAnyOrderElementsOf(
            new TreeSet<>(
                nights
                    .jdbc()
                    .sql(
                        """
                        select relnamespace::regnamespace || '.' || relname from pg_class
                        where relkind in ('r', 'p') and not relispartition
                          and relnamespace::regnamespace::text not in
                            ('pg_catalog', 'information_schema', 'home_migrations')
                        """)
                    .query(String.class)
                    .list()));
  }

  /** A table and the last day on which both of its rows stay. */
  private record Due(String table, Instant lastDay) {}

  @Test
  void everyTimedTableLosesTheRowWhoseTimeIsOverOnTheNightAfterAndNoOther() throws Exception {
    try (Connection owner = nights.source().getConnection()) {
      MadeUpRows.in(owner);
    }
    nights.jdbc().sql("update actions.item set state = 'VERIFIED', parent = null").update();
    nights.jdbc().sql("delete from services.dependency").update();
    nights.jdbc().sql("update services.task set state = 'VERIFIED', parent = null").update();
    nights.jdbc().sql("update blitz.blitz set state = 'REPORTED'").update();
    nights.jdbc().sql("update tabletops.exercise set state = 'CLOSED'").update();
    nights.jdbc().sql("update requests.follow set state = 'FIXED', let_go = null").update();
    nights.jdbc().sql("update crisis.activation set state = 'STOOD_DOWN'").update();
    nights.jdbc().sql("update referrals.referral set follows = null").update();
    nights.jdbc().sql("update recommendations.recommendation set state = 'DROPPED'").update();
    nights.jdbc().sql("update recommendations.review set state = 'CONCLUDED'").update();
    // A meeting that another was merged into waits for that one.
    nights.jdbc().sql("update reviews.meeting set state = 'CLOSED', merged_into = null").update();
    TreeMap<Instant, List<Due>> days =
        Rules.read("").rules().stream()
            .filter(Timed.class::isInstance)
            .map(rule -> due((Timed) rule))
            .collect(Collectors.groupingBy(Due::lastDay, TreeMap::new, Collectors.toList()));
    assertThat(days.values().stream().mapToInt(List::size).sum()).isGreaterThanOrEqualTo(17);
    days.forEach(
        (day, dues) -> {
          nights.at(day, Nights.APPROVED);
          dues.forEach(due -> assertRows(due, 2));
          nights.at(WallClock.afterDays(day, 1), Nights.APPROVED);
          dues.forEach(due -> assertRows(due, 1));
        });
  }

  private void assertRows(Due due, long rows) {
    assertThat(nights.rows(due.table())).as(due.table()).isEqualTo(rows);
  }

  private Due due(Timed rule) {
    Instant oldest =
        nights
            .jdbc()
            .sql("select min((" + rule.from() + ")::timestamptz) from " + rule.table())
            .query(OffsetDateTime.class)
            .single()
            .toInstant();
    return new Due(
        rule.table(), WallClock.at(WallClock.dayOf(oldest).plus(rule.time()), LocalTime.of(3, 10)));
  }

  @Test
  void aCommitmentGoesWithItsHistoryAndNobodyElseMayTouchThat() {
    UUID old = item("0000-0001", "VERIFIED", NOW.minusSeconds(800L * 86_400));
    UUID open = item("0000-0002", "IN_PROGRESS", NOW.minusSeconds(800L * 86_400));
    UUID young = item("0000-0003", "VERIFIED", NOW.minusSeconds(700L * 86_400));
    assertThatThrownBy(() -> nights.jdbc().sql("delete from actions.step").update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("only added to");
    assertThat(nights.at(NOW, Nights.APPROVED)).isEqualTo(2);
    assertThat(nights.jdbc().sql("select id from actions.item").query(UUID.class).list())
        .containsExactlyInAnyOrder(open, young)
        .doesNotContain(old);
    assertThat(nights.rows("actions.step")).isEqualTo(2);
    assertThat(nights.notes())
        .extracting(note -> note.deed() + " " + note.record() + " " + note.rows())
        .containsExactlyInAnyOrder("REMOVE actions.step 1", "REMOVE actions.item 1");
    assertThat(nights.notes()).allMatch(note -> note.purpose().equals("NOTES"));
    assertThat(nights.at(NOW, Nights.APPROVED)).as("a second night").isZero();
  }

  @Test
  void withoutAnApprovedScheduleRowsWaitAndAreCounted() {
    item("0000-0001", "VERIFIED", NOW.minusSeconds(800L * 86_400));
    assertThat(nights.at(NOW, Map.of())).isZero();
    assertThat(nights.rows("actions.item")).isEqualTo(1);
    assertThat(
            nights
                .jdbc()
                .sql("select relation || ' ' || waiting from retention.removal")
                .query(String.class)
                .list())
        .containsExactly("actions.item 1");
    assertThat(nights.notes()).isEmpty();
  }

  @Test
  void aDemoNeedsNoApprovalAndARealHomeDoes() {
    item("0000-0001", "VERIFIED", NOW.minusSeconds(800L * 86_400));
    nights.jdbc().sql("update home.state set kind = 'REAL'").update();
    assertThat(nights.at(NOW, Map.of())).isZero();
    nights.jdbc().sql("update home.state set kind = 'DEMO'").update();
    assertThat(nights.at(NOW, Map.of())).isEqualTo(2);
  }

  @Test
  void aMonthOfTheTrailGoesAsAWholeAfterSevenYearsAndThatIsWrittenDown() {
    nights.jdbc().sql("select audit.ensure_month(date '2019-10-01')").query((r, n) -> 1).list();
    nights.jdbc().sql("select audit.ensure_month(date '2019-11-01')").query((r, n) -> 1).list();
    nights
        .jdbc()
        .sql(
            """
            insert into audit.word (word) values ('x');
            insert into audit.event (at, rows, deed, role, org, purpose, kind, way, actor, record)
            select at, 1, 1, id, id, id, id, id, 'a', 'b' from audit.word,
              unnest(array[timestamptz '2019-10-31 12:00Z', '2019-11-01 12:00Z']) at
            """)
        .update();
    assertThat(nights.at(NOW, Map.of())).as("nobody approved").isZero();
    assertThat(nights.at(NOW, Nights.APPROVED)).isEqualTo(1);
    assertThat(nights.rows("audit.event")).isEqualTo(1);
    assertThat(
            nights
                .jdbc()
                .sql("select month || ' ' || rows || ' ' || rule from audit.dropped")
                .query(String.class)
                .list())
        .containsExactly("2019-10-01 1 AUDIT");
    assertThat(nights.notes()).extracting(note -> note.deed()).containsExactly(Deed.REMOVE);
  }

  @Test
  void aLineThatIsNotUnderstoodStopsTheCenter() {
    for (String line :
        new String[] {
          "access.session | 30 fortnights | last_seen_at | HOUSE",
          "access.session | 30 days | last_seen_at | NOWHERE",
          "access.session | kept BECAUSE",
          "access.session | with access.account account_id id",
          "access.session"
        }) {
      assertThatThrownBy(() -> Rules.parse("schedule HOUSE | free\n" + line))
          .as(line)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private UUID item(String code, String state, Instant changed) {
    UUID id = UUID.randomUUID();
    nights
        .jdbc()
        .sql(
            """
            insert into actions.item (id, code, title, verb, pillar, priority, origin, state, owner_org,
              owner_account, due_at, created_by, created_at, changed_at)
            values (?, ?, 'Mend the light', 'FIX', 'PLACE', 'P2', 'TEAM', ?, 'CDOT', 'x', now(), 'x', now(), ?)
            """)
        .params(id, code, state, java.sql.Timestamp.from(changed))
        .update();
    nights
        .jdbc()
        .sql(
            """
            insert into actions.step (item, position, move, to_state, by_account, by_role, by_organization, at)
            values (?, 1, 'PROPOSE', 'PROPOSED', 'x', 'FAC', 'MOCS', now())
            """)
        .param(id)
        .update();
    return id;
  }
}

package org.cscc.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.cscc.home.CenterProcess;
import org.cscc.home.CenterTest;
import org.cscc.kernel.BusinessCalendar;
import org.cscc.kernel.WallClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is late rises: at its time, each level once, whoever is there to raise it. */
@CenterTest
class EscalationTests {
  private static final int MANY = 10_000;

  @Autowired EscalationClock clock;
  @Autowired Deadlines deadlines;
  @Autowired BusinessCalendar calendar;
  @Autowired Actions actions;
  @Autowired Accounts accounts;
  @Autowired Access access;
  @Autowired JdbcClient jdbc;
  @Autowired JdbcConnectionDetails database;

  @BeforeEach
  void empty() {
    jdbc.sql(
            "truncate actions.item, actions.step, actions.evidence, actions.escalation,"
                + " actions.carried, actions.once")
        .update();
  }

  @AfterEach
  void nobody() {
    Table.beNobody();
  }

  @ParameterizedTest
  @CsvSource({
    "P1, 1, 2026-11-24T10:00:00-06:00, 2026-11-24T14:00:00-06:00, four hours",
    "P1, 2, 2026-11-24T10:00:00-06:00, 2026-11-27T10:00:00-06:00, three days, holiday or not",
    "P2, 1, 2026-10-31T10:00:00-05:00, 2026-11-01T09:00:00-06:00, 24 hours that pass over the change of clocks",
    "P3, 1, 2026-10-29T10:00:00-05:00, 2026-10-30T10:00:00-05:00, the next day",
    "P3, 1, 2026-10-30T10:00:00-05:00, 2026-11-02T10:00:00-06:00, Saturday is moved to Monday on the wall clock",
    "P3, 1, 2026-11-25T10:00:00-06:00, 2026-11-27T10:00:00-06:00, Thanksgiving is moved to Friday",
    "P3, 2, 2026-10-30T10:00:00-05:00, 2026-11-03T10:00:00-06:00, not with level 1 on Monday",
    "P3, 2, 2026-11-24T10:00:00-06:00, 2026-11-27T10:00:00-06:00, three days",
    "P4, 3, 2026-11-24T10:00:00-06:00, 2026-12-01T10:00:00-06:00, seven days",
    "P4, 3, 2026-12-18T10:00:00-06:00, 2026-12-28T10:00:00-06:00, Christmas on a Friday and the weekend behind it",
  })
  void h7ItRisesAtItsTime(
      Priority priority, int level, OffsetDateTime due, OffsetDateTime rises, String why) {
    assertThat(deadlines.rises(priority, due.toInstant(), level))
        .as(why)
        .isEqualTo(rises.toInstant());
  }

  /** Every hour of a year: over every weekend, every holiday and both changes of clocks. */
  @Test
  void h7EachLevelHasItsTimeBeforeTheNextWhateverTheHourOfTheYear() {
    Instant from = OffsetDateTime.parse("2026-01-01T00:30:00-06:00").toInstant();
    for (int hour = 0; hour < 366 * 24; hour++) {
      Instant due = from.plus(Duration.ofHours(hour));
      for (Priority priority : Priority.values()) {
        Instant first = deadlines.rises(priority, due, 1);
        Instant second = deadlines.rises(priority, due, 2);
        Instant third = deadlines.rises(priority, due, 3);
        assertThat(List.of(due, first, second, third))
            .as("%s due at %s", priority, due)
            .isSorted()
            .doesNotHaveDuplicates();
        if (!priority.inHours()) {
          assertThat(businessDays(first, second)).as("%s due at %s", priority, due).isPositive();
          assertThat(businessDays(second, third)).as("%s due at %s", priority, due).isPositive();
        }
      }
    }
  }

  private int businessDays(Instant from, Instant to) {
    assertThat(Duration.between(from, to)).isGreaterThanOrEqualTo(Duration.ofHours(23));
    return calendar.daysSince(WallClock.dayOf(from), WallClock.dayOf(to));
  }

  @ParameterizedTest
  @CsvSource({
    "P1, 2026-10-31T15:00:00-05:00, 2026-11-01T14:00:00-06:00",
    "P2, 2026-11-24T15:00:00-06:00, 2026-11-27T15:00:00-06:00",
    "P3, 2026-10-28T15:00:00-05:00, 2026-11-04T15:00:00-06:00",
    "P4, 2026-02-10T15:00:00-06:00, 2026-03-12T15:00:00-05:00",
  })
  void rHrit05TheDefaultTimeFollowsThePriority(
      Priority priority, OffsetDateTime given, OffsetDateTime due) {
    assertThat(deadlines.due(priority, given.toInstant())).isEqualTo(due.toInstant());
  }

  @Test
  void eachLevelIsRaisedOnceAndAClaimStopsIt() {
    Table table = new Table(accounts);
    String owner = table.add(Role.DEPARTMENT_LIAISON, "DSS");
    fill(2, owner);
    assertThat(clock.run()).as("three levels of two items").isEqualTo(6);
    assertThat(clock.run()).isZero();
    fill(1, owner);
    String code =
        jdbc.sql("select code from actions.item where level = 0").query(String.class).single();
    table.be(owner);
    actions.move(access.require(Capability.READ_ACTIONS), null, code, 1, new Move.Accept());
    actions.move(
        access.require(Capability.READ_ACTIONS),
        null,
        code,
        2,
        new Move.Claim(List.of(Evidence.workCode("DSS 4711"))));
    assertThat(clock.run()).as("what is claimed done does not rise").isZero();
  }

  @Test
  void afterALookThatFailedTheClockStartsAnewAndTheNextLevelIsTheNext() {
    Table table = new Table(accounts);
    String owner = table.add(Role.DEPARTMENT_LIAISON, "DSS");
    fill(1, owner);
    jdbc.sql("update actions.item set second_at = now() + interval '1 day', third_at = second_at")
        .update();
    assertThat(clock.run()).isEqualTo(1);
    String code = jdbc.sql("select code from actions.item").query(String.class).single();
    table.be(owner);
    move(code, new Move.Accept());
    move(code, new Move.Claim(List.of(Evidence.note("All lamps were replaced"))));
    table.be(table.add(Role.REPRESENTATIVE, "MOCS", "austin"));
    move(code, new Move.Reopen("Two lamps are dark at night", List.of()));
    assertThat(clock.run()).isZero();
    Instant rises =
        jdbc.sql("select rises_at from actions.item")
            .query(OffsetDateTime.class)
            .single()
            .toInstant();
    assertThat(Duration.between(actions.now(), rises))
        .isBetween(Duration.ofHours(71), Duration.ofDays(6));
    jdbc.sql("update actions.item set second_at = now() - interval '1 minute'").update();
    assertThat(clock.run()).isEqualTo(1);
    assertThat(jdbc.sql("select max(level) from actions.escalation").query(Integer.class).single())
        .isEqualTo(2);
  }

  @Test
  void whatRoseInASpanIsToldTheHighestFirstAndOnlyToWhoReadsIt() {
    Table table = new Table(accounts);
    fill(2, table.add(Role.DEPARTMENT_LIAISON, "DSS"));
    clock.run();
    Instant at =
        jdbc.sql("select max(at) from actions.escalation")
            .query(OffsetDateTime.class)
            .single()
            .toInstant();
    List<String> codes =
        jdbc.sql("select code from actions.item order by code")
            .query((row, n) -> row.getString(1))
            .list();
    jdbc.sql("update actions.item set state = 'VERIFIED' where code = ?")
        .param(codes.getFirst())
        .update();
    table.be(table.add(Role.DIRECTOR, "MOCS"));
    Decision director = access.require(Capability.READ_ESCALATIONS);
    assertThat(actions.raised(director, at.minusSeconds(60), at))
        .as("of the three levels of each item the two that leave the department")
        .allMatch(one -> "DSS".equals(one.organization()) && Integer.valueOf(25).equals(one.area()))
        .extracting(one -> one.code() + " " + one.level() + (one.open() ? " open" : ""))
        .containsExactly(
            codes.get(0) + " 3",
            codes.get(1) + " 3 open",
            codes.get(0) + " 2",
            codes.get(1) + " 2 open");
    assertThat(actions.raised(director, at, at.plusSeconds(60)))
        .as("a span begins after its first moment, so nothing is told twice")
        .isEmpty();
    table.be(table.add(Role.DEPARTMENT_LIAISON, "CDOT"));
    assertThat(actions.raised(access.require(Capability.READ_ESCALATIONS), at.minusSeconds(60), at))
        .as("of another department")
        .isEmpty();
    table.be(table.add(Role.DEPARTMENT_LIAISON, "DSS"));
    assertThat(actions.raised(access.require(Capability.READ_ESCALATIONS), at.minusSeconds(60), at))
        .hasSize(4);
  }

  @Test
  void f1LevelOneIsToldToTheSupervisorWhomTheDirectoryNames() {
    jdbc.sql("delete from directory.liaison where part = 'SUPERVISOR'").update();
    Table table = new Table(accounts);
    String owner = table.add(Role.DEPARTMENT_LIAISON, "DSS");
    String supervisor = table.called("Sam Above", Role.COMMUNICATIONS, "DSS");
    String elsewhere = table.called("Sam Above", Role.COMMUNICATIONS, "CDOT");
    supervises("DSS", "sam above", 0);
    fill(1, owner);
    onlyTheFirstLevelIsDue();
    assertThat(clock.run()).isEqualTo(1);
    assertThat(told(supervisor, "1|DSS|1")).isEqualTo(1);
    assertThat(told(owner, "1|DSS|1")).isEqualTo(1);
    assertThat(told(elsewhere, "1|DSS|1")).as("of the same name elsewhere").isZero();

    jdbc.sql(
            """
            update actions.item set second_at = now() - interval '1 minute',
              third_at = now() + interval '9 days'
            """)
        .update();
    assertThat(clock.run()).isEqualTo(1);
    assertThat(told(supervisor, "1|DSS|2")).as("level 2 leaves the organization").isZero();
  }

  @Test
  void f1WithoutASupervisorThoseWhoAnswerForTheOrganizationAreToldAlsoOfAnOutreachOwner() {
    jdbc.sql("delete from directory.liaison where part = 'SUPERVISOR'").update();
    Table table = new Table(accounts);
    String owner = table.add(Role.OUTREACH, "CDPH");
    String colleague = table.add(Role.OUTREACH, "CDPH");
    String advocate = table.add(Role.ADVOCATE, "CDPH");
    String office = table.called("Sam Above", Role.TRAINER, "CDPH");
    // Who is no supervisor any more is not told.
    supervises("CDPH", "Sam Above", 1);
    fill(1, owner);
    jdbc.sql("update actions.item set owner_org = 'CDPH'").update();
    onlyTheFirstLevelIsDue();
    assertThat(clock.run()).isEqualTo(1);
    assertThat(List.of(owner, colleague, advocate)).allMatch(who -> told(who, "1|CDPH|1") == 1);
    assertThat(told(office, "1|CDPH|1")).isZero();

    empty();
    supervises("CDPH", "Sam Above", 0);
    fill(2, owner);
    jdbc.sql("update actions.item set owner_org = 'CDPH'").update();
    onlyTheFirstLevelIsDue();
    assertThat(clock.run()).isEqualTo(2);
    assertThat(told(office, "2|CDPH|1")).isEqualTo(1);
    assertThat(told(colleague, "2|CDPH|1")).as("one who supervises is enough").isZero();
  }

  private void supervises(String organization, String name, int endedDaysAgo) {
    jdbc.sql(
            """
            insert into directory.liaison (id, organization, name, part, since, until)
            values (gen_random_uuid(), :organization, :name, 'SUPERVISOR', current_date - 9,
              case when :ended > 0 then current_date - 1 - :ended end)
            """)
        .param("organization", organization)
        .param("name", name)
        .param("ended", endedDaysAgo)
        .update();
  }

  private int told(String account, String words) {
    return jdbc.sql(
            """
            select count(*) from notices.notice
            where recipient = ? and kind = 'actions.notice.raised'
              and array_to_string(words, '|') = ?
            """)
        .params(account, words)
        .query(Integer.class)
        .single();
  }

  @Test
  void tenThousandOverdueItemsRiseWithinThirtySeconds() {
    fill(MANY, new Table(accounts).add(Role.DEPARTMENT_LIAISON, "DSS"));
    onlyTheFirstLevelIsDue();
    long start = System.nanoTime();
    assertThat(clock.run()).isEqualTo(MANY);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    System.out.println(
        "measured: escalation of " + MANY + " overdue items: " + took.toMillis() + " ms");
    assertThat(took).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void twoNodesRaiseEachItemOnceAlsoWhenOneIsKilled(@TempDir Path home) throws Exception {
    fill(MANY, new Table(accounts).add(Role.DEPARTMENT_LIAISON, "DSS"));
    onlyTheFirstLevelIsDue();
    Process killed = node(home.resolve("a")).begin("actions", "raise");
    Process other = node(home.resolve("b")).begin("actions", "raise");
    while (rows() < 1000 && killed.isAlive()) {
      Thread.sleep(5);
    }
    killed.destroyForcibly();
    int atTheKill = rows();
    assertThat(other.waitFor(90, TimeUnit.SECONDS)).isTrue();
    assertThat(other.exitValue()).isZero();
    // What the killed node held in hand came free with it; the next round of the clock takes it.
    clock.run();
    System.out.println(
        "measured: one of two nodes killed at " + atTheKill + " of " + MANY + " rows");
    assertThat(rows()).isEqualTo(MANY);
    assertThat(
            jdbc.sql("select count(*) from actions.item where level = 1")
                .query(Integer.class)
                .single())
        .isEqualTo(MANY);
    assertThat(
            jdbc.sql("select count(*) from actions.step where move = 'ESCALATE'")
                .query(Integer.class)
                .single())
        .isEqualTo(MANY);
  }

  private CenterProcess node(Path home) {
    return new CenterProcess(
        home,
        "spring.datasource.url=" + database.getJdbcUrl(),
        "spring.datasource.username=postgres",
        "cscc.sign-in.key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
  }

  private void move(String code, Move move) {
    int version =
        jdbc.sql("select version from actions.item where code = ?")
            .param(code)
            .query(Integer.class)
            .single();
    assertThat(actions.move(access.require(Capability.READ_ACTIONS), null, code, version, move))
        .isInstanceOf(Moved.Done.class);
  }

  private int rows() {
    return jdbc.sql("select count(*) from actions.escalation").query(Integer.class).single();
  }

  private void onlyTheFirstLevelIsDue() {
    jdbc.sql("update actions.item set second_at = now() + interval '9 days', third_at = second_at")
        .update();
  }

  /** Items of one owner in Austin, overdue for two weeks. */
  private void fill(int items, String owner) {
    jdbc.sql(
            """
            insert into actions.item (id, code, title, verb, pillar, priority, area, block, team,
              origin, state, owner_org, owner_account, due_at, first_at, second_at, third_at,
              created_by, created_at, changed_at)
            select gen_random_uuid(), upper(substr(md5(i::text || random()), 1, 4) || '-'
                || lpad(to_hex((select count(*) from actions.item) + i), 4, '0')), 'Light the alley', 'LIGHT',
              'COMMUNITY_REVITALIZATION', 'P3', 25, '045XX W MADISON ST', 'austin', 'TEAM',
              'ASSIGNED', 'DSS', :owner, now() - interval '14 days', now() - interval '13 days',
              now() - interval '11 days', now() - interval '7 days', 'system',
              now() - interval '20 days', now() - interval '20 days'
            from generate_series(1, :items) i
            """)
        .param("owner", owner)
        .param("items", items)
        .update();
  }
}

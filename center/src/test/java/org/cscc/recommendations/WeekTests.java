package org.cscc.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.actions.ActionState;
import org.cscc.actions.ItemFigure;
import org.cscc.actions.Pillar;
import org.cscc.actions.Verb;
import org.cscc.directory.Team;
import org.cscc.directory.TeamArea;
import org.cscc.home.CenterTest;
import org.cscc.home.Statements;
import org.cscc.kernel.ReviewWeek;
import org.cscc.patterns.AreaThemes;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Thursday at five: what changed in the week, kept as it was and told once. */
@CenterTest
@Import({Statements.class, Cast.class})
@TestPropertySource(properties = "cscc.test-home=recommendations") // a database of its own
class WeekTests {
  private static final WeeklyLook LOOK = new WeeklyLook(DayOfWeek.SUNDAY);

  @LocalServerPort int port;
  @Autowired WeekDesk desk;
  @Autowired WeeklyLook look;
  @Autowired Cast cast;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void empty() {
    cast.clear();
  }

  @Test
  void theHourIsFiveOnThursdayWhateverTheClocksOnTheWallDo() {
    assertThat(LOOK.of(new ReviewWeek(LocalDate.of(2026, 11, 15))))
        .as("Thanksgiving is a Thursday, too")
        .isEqualTo(Instant.parse("2026-11-26T23:00:00Z"));
    assertThat(LOOK.of(new ReviewWeek(LocalDate.of(2026, 10, 18))))
        .as("daylight saving time still holds")
        .isEqualTo(Instant.parse("2026-10-29T22:00:00Z"));
    assertThat(LOOK.getInitialExecutionTime(Instant.parse("2026-11-26T22:59:59Z")))
        .isEqualTo(Instant.parse("2026-11-26T23:00:00Z"));
    assertThat(LOOK.getInitialExecutionTime(Instant.parse("2026-11-26T23:00:00Z")))
        .isEqualTo(Instant.parse("2026-12-03T23:00:00Z"));
    for (DayOfWeek start : DayOfWeek.values()) {
      WeeklyLook other = new WeeklyLook(start);
      ReviewWeek week = other.holding(LocalDate.of(2026, 11, 18));
      assertThat(other.of(week)).as("after the cut").isAfter(other.cutOf(week));
      assertThat(other.of(week).atZone(ReviewWeek.CHICAGO).getDayOfWeek())
          .isEqualTo(DayOfWeek.THURSDAY);
    }
  }

  @Test
  void m9AThemeIsSharedWhenThreeTeamsLeadInAreasThatHaveItAndNoIncidentCountsTwice() {
    List<String> night = List.of("SETTING.STREET", "TIME.NIGHT_WEEKEND");
    List<String> alley = List.of("SETTING.ALLEY");
    AreaThemes found =
        new AreaThemes(
            LocalDate.of(2026, 11, 21),
            8,
            List.of(
                new AreaThemes.Line(25, night, 4, 10),
                new AreaThemes.Line(29, night, 3, 9),
                new AreaThemes.Line(68, night, 5, 12),
                new AreaThemes.Line(1, night, 9, 20),
                new AreaThemes.Line(25, alley, 3, 10),
                new AreaThemes.Line(29, alley, 3, 9)));
    List<Team> teams =
        List.of(
            team("austin", new TeamArea(25, null, true)),
            team("north-lawndale", new TeamArea(29, null, true)),
            // Looks after a part of Austin, too, and does not lead there.
            team("englewood", new TeamArea(68, null, true), new TeamArea(25, null, false)));
    WeekSheet.Themes themes = WeekReading.shared(found, teams);
    assertThat(themes.areas()).isEqualTo(4);
    assertThat(themes.shared())
        .containsExactly(
            new WeekSheet.Shared(night, List.of("austin", "englewood", "north-lawndale"), 12, 31));
  }

  @Test
  void aPromiseIsKeptWhenItIsSaidDoneByItsDayAndNobodySawOtherwise() {
    Instant from = Instant.parse("2026-11-19T23:00:00Z");
    Instant until = Instant.parse("2026-11-26T23:00:00Z");
    WeekSheet.Promises promises =
        WeekReading.promises(
            List.of(
                item(ActionState.VERIFIED, "2026-11-20T10:00:00Z", "2026-11-20T09:00:00Z"),
                item(ActionState.DONE_CLAIMED, "2026-11-21T10:00:00Z", "2026-11-21T10:00:00Z"),
                item(ActionState.VERIFIED, "2026-11-21T10:00:00Z", "2026-11-22T10:00:00Z"),
                item(ActionState.REOPENED, "2026-11-21T10:00:00Z", "2026-11-20T10:00:00Z"),
                item(ActionState.ASSIGNED, "2026-11-26T23:00:00Z", null),
                item(ActionState.ASSIGNED, "2026-11-19T23:00:00Z", null)),
            from,
            until);
    assertThat(promises).isEqualTo(new WeekSheet.Promises(2, 3, 1));
    assertThat(promises.percent()).isEqualTo(40);
    assertThat(new WeekSheet.Promises(3, 1, 0).percent()).as("too few").isNull();
  }

  @Test
  void aSheetThatIsKeptIsReadAsItWasWritten() {
    Instant at = Instant.parse("2026-11-26T23:00:00Z");
    WeekSheet sheet =
        new WeekSheet(
            LocalDate.of(2026, 11, 15),
            at.minusSeconds(604_800),
            at,
            at.minusSeconds(800_000),
            at.plusMillis(7),
            List.of(new WeekSheet.Rose("7KQ2-M4XD", null, 3, at, true)),
            List.of(),
            new WeekSheet.Themes(
                LocalDate.of(2026, 11, 21),
                8,
                3,
                List.of(
                    new WeekSheet.Shared(
                        List.of("SETTING.ALLEY"),
                        List.of("austin", "englewood", "roseland"),
                        9,
                        30))),
            List.of(new WeekSheet.Moved(null, "WITHDRAWN", 1)),
            1,
            List.of(new WeekSheet.Asked("7KQ2-M4XE", "DSS", RecommendationState.ISSUED)),
            List.of(),
            new WeekSheet.Promises(4, 1, 2),
            new WeekSheet.Promises(1, 1, 0));
    assertThat(WeekDesk.read(WeekDesk.write(sheet))).isEqualTo(sheet);
  }

  @Test
  void theWeekIsKeptAndToldOnceAlthoughTwoNodesAsk() throws Exception {
    String director = cast.add(Role.DIRECTOR, "MOCS");
    try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
      Callable<Boolean> node = desk::atTheHour;
      int kept = 0;
      for (Future<Boolean> one : nodes.invokeAll(List.of(node, node))) {
        kept += one.get() ? 1 : 0;
      }
      assertThat(kept).isEqualTo(1);
    }
    assertThat(desk.atTheHour()).isFalse();
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from notices.notice
                    where recipient = ? and kind = 'recommendations.notice.week'
                    """)
                .param(director)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void theSheetSaysWhatRoseWhatChangedAndWhatWasAsked() {
    ReviewWeek week = look.newest(Instant.now());
    Instant within = look.of(week).minusSeconds(3600);
    UUID incident = cast.shooting(60, Cast.BLOCK);
    jdbc.sql(
            """
            insert into incidents.incident_version
              (incident, version, valid_from, valid_until, type, standing, occurred_at, area, block,
               location_class, ended_by)
            select id, 1, first_seen_at, :at, type, standing, occurred_at, area, block,
              location_class, id
            from incidents.incident where id = :id
            """)
        .param("at", RecommendationStore.utc(within))
        .param("id", incident)
        .update();
    jdbc.sql(
            """
            update incidents.incident set standing = 'UNFOUNDED', version = 2, last_changed_at = :at
            where id = :id
            """)
        .param("at", RecommendationStore.utc(within))
        .param("id", incident)
        .update();
    cast.issued(cast.review(), "DSS", 1, 0, 30);
    jdbc.sql("update recommendations.recommendation set issued_at = ?")
        .param(RecommendationStore.utc(within))
        .update();
    jdbc.sql("delete from services.escalation").update();
    UUID task = UUID.randomUUID();
    jdbc.sql(
            """
            insert into services.task (id, code, type, area, block, source, priority, state,
              department, requested_by, requested_org, requested_at, due_on, changed_at)
            values (?, ?, 'FLY_DUMPING', 25, '045XX W MADISON ST', 'TEAM', false, 'ROUTED', 'DSS',
              'system', 'MOCS', now(), current_date, now())
            """)
        .params(task, Cast.code())
        .update();
    for (int level : new int[] {1, 2, 3}) {
      jdbc.sql("insert into services.escalation values (?, ?, ?, 'system', 'CLOCK', 'OVERDUE')")
          .params(task, level, RecommendationStore.utc(within))
          .update();
    }
    try (Visitor director = cast.visitor(port, Role.DIRECTOR, "MOCS");
        Visitor chair = cast.visitor(port, Role.FACILITATOR, "MOCS", "austin")) {
      assertThat(chair.get("/recommendations/week").statusCode()).isEqualTo(403);
      Document live = director.page("/recommendations/week");
      assertThat(live.select("h1").text())
          .isEqualTo("1 thing rose to level 3, 1 thing to level 2; 1 incident is told otherwise");
      assertThat(live.text())
          .contains(
              "does not count any more",
              "issued to DSS",
              "No sheet of this week was kept",
              "Too few to compare",
              "As of")
          .doesNotContain("??");
      assertThat(desk.atTheHour()).isTrue();
      jdbc.sql("delete from services.escalation").update();
      Document kept = director.page("/recommendations/week");
      assertThat(kept.select("h1").text()).as("as it was").startsWith("1 thing rose to level 3");
      assertThat(kept.text()).contains("as it was at its hour");
      Document running = director.page("/recommendations/week?week=" + week.next().firstDay());
      assertThat(running.text()).contains("This week is not over");
    }
  }

  private static Team team(String code, TeamArea... areas) {
    return new Team(code, code, false, List.of(areas));
  }

  private static ItemFigure item(
      ActionState state, String due, @org.jspecify.annotations.Nullable String claimed) {
    return new ItemFigure(
        "DSS",
        25,
        null,
        Verb.CLEAN,
        Pillar.COMMUNITY_REVITALIZATION,
        state,
        OffsetDateTime.parse("2026-11-01T10:00:00Z"),
        OffsetDateTime.parse(due),
        claimed == null ? null : OffsetDateTime.parse(claimed),
        0,
        0);
  }
}

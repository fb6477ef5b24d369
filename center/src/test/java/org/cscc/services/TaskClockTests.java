package org.cscc.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.home.CenterTest;
import org.cscc.kernel.ReviewWeek;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Services are counted in business days, and what is late rises, each level once. */
@CenterTest
class TaskClockTests {
  @Autowired TaskDeadlines deadlines;
  @Autowired TaskClock clock;
  @Autowired TaskDesk desk;
  @Autowired Accounts accounts;
  @Autowired Access access;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void empty() {
    jdbc.sql(
            "truncate services.task, services.step, services.evidence, services.dependency,"
                + " services.escalation, services.once")
        .update();
  }

  @AfterEach
  void nobody() {
    Crowd.beNobody();
  }

  @ParameterizedTest
  @CsvSource({
    // type days, priority block, asked for, last day
    "10, 5, false, 2026-11-24T10:00:00-06:00, 2026-12-09", // Thanksgiving is none of the ten
    "10, 5, true, 2026-11-24T10:00:00-06:00, 2026-12-02",
    "1, 1, false, 2026-12-24T23:30:00-06:00, 2026-12-28", // Christmas on a Friday
    "5, 2, true, 2026-11-27T18:00:00-06:00, 2026-12-01", // after hours counts as the day
    "3, 3, false, 2026-03-06T23:30:00-06:00, 2026-03-11", // the clocks go forward in between
  })
  void rCoo02TheLastDayIsCountedInBusinessDaysAndIsSoonerOnAPriorityBlock(
      int days, int priorityDays, boolean priority, OffsetDateTime asked, LocalDate due) {
    ServiceType type =
        new ServiceType("POTHOLE", "CDOT", days, priorityDays, true, false, false, 1);
    assertThat(deadlines.due(type, priority, asked.toInstant())).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24, 1, 2026-11-25T17:00:00-06:00",
    "2026-11-25, 1, 2026-11-27T17:00:00-06:00", // over Thanksgiving
    "2026-11-25, 2, 2026-12-01T17:00:00-06:00",
    "2026-11-25, 3, 2026-12-07T17:00:00-06:00",
    "2026-10-30, 1, 2026-11-02T17:00:00-06:00", // the clocks went back on Sunday
    "2026-03-13, 1, 2026-03-16T17:00:00-05:00", // and forward
  })
  void itRisesWhenOfficesCloseOnABusinessDay(LocalDate due, int level, OffsetDateTime rises) {
    assertThat(deadlines.rises(due, level)).isEqualTo(rises.toInstant());
  }

  @Test
  void eachLevelIsRaisedOnceAndWhatIsSaidToBeDoneDoesNotRise() {
    Crowd crowd = new Crowd(accounts);
    String liaison = crowd.add(Role.DEPARTMENT_LIAISON, "CDOT");
    String director = crowd.add(Role.DIRECTOR, "MOCS");
    ServiceTask task = ask(crowd);
    long before = notices(director);
    overdue("second_at = now() + interval '1 day', third_at = now() + interval '2 days'");
    assertThat(clock.run()).isEqualTo(1);
    assertThat(clock.run()).isZero();
    assertThat(notices(liaison)).isPositive();
    assertThat(notices(director)).as("level 1 stays in the department").isEqualTo(before);
    jdbc.sql("update services.task set second_at = now() - interval '1 minute'").update();
    assertThat(clock.run()).isEqualTo(1);
    assertThat(notices(director)).isEqualTo(before + 1);
    crowd.be(liaison);
    move(task.code(), new TaskMove.Plain(TaskMoveKind.ACKNOWLEDGE));
    move(task.code(), new TaskMove.Complete(List.of()));
    jdbc.sql("update services.task set third_at = now() - interval '1 minute'").update();
    assertThat(clock.run()).isZero();
    crowd.be(crowd.add(Role.FACILITATOR, "MOCS", "austin"));
    move(task.code(), new TaskMove.Fail("Two lamps are dark", List.of()));
    assertThat(clock.run()).as("counted anew from the look").isZero();
    Instant rises =
        jdbc.sql("select rises_at from services.task")
            .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
            .single();
    assertThat(rises).isAfter(Instant.now());
    assertThat(
            jdbc.sql("select level from services.escalation order by level")
                .query(Integer.class)
                .list())
        .containsExactly(1, 2);
  }

  @Test
  void f1LevelOneIsToldToTheSupervisorWhomTheDirectoryNames() {
    jdbc.sql("delete from directory.liaison where part = 'SUPERVISOR'").update();
    Crowd crowd = new Crowd(accounts);
    String supervisor = crowd.add(Role.COMMUNICATIONS, "CDOT");
    ask(crowd);
    overdue("second_at = now() + interval '1 day', third_at = now() + interval '2 days'");
    assertThat(clock.run()).isEqualTo(1);
    assertThat(notices(supervisor)).isZero();
    jdbc.sql(
            """
            insert into directory.liaison (id, organization, name, part, since)
            values (gen_random_uuid(), 'CDOT', 'Somebody', 'SUPERVISOR', current_date - 1)
            """)
        .update();
    ask(crowd);
    overdue("second_at = now() + interval '1 day', third_at = now() + interval '2 days'");
    assertThat(clock.run()).isEqualTo(1);
    assertThat(notices(supervisor)).isEqualTo(1);
  }

  @Test
  void whatWaitedForItsSeasonGoesToItsDepartmentAgain() {
    Crowd crowd = new Crowd(accounts);
    crowd.be(crowd.add(Role.FACILITATOR, "MOCS", "austin"));
    ServiceTask task = wish("TREE_PLANTING");
    crowd.be(crowd.add(Role.DEPARTMENT_LIAISON, "DSS"));
    move(
        task.code(),
        new TaskMove.Reject(
            RejectCode.SEASONAL,
            "The ground is frozen",
            null,
            LocalDate.now(ReviewWeek.CHICAGO).plusDays(90)));
    assertThat(state(task.code())).isEqualTo("REJECTED");
    assertThat(clock.run()).isZero();
    assertThat(state(task.code())).isEqualTo("REJECTED");
    jdbc.sql("update services.task set resume_on = ?")
        .param(LocalDate.now(ReviewWeek.CHICAGO).minusDays(1))
        .update();
    clock.run();
    assertThat(state(task.code())).isEqualTo("ROUTED");
    assertThat(
            jdbc.sql("select due_on > current_date from services.task")
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void aDepartmentThatIsGoneKeepsNothingElseFromRising() {
    Crowd crowd = new Crowd(accounts);
    ServiceTask late = ask(crowd);
    String facilitator = crowd.add(Role.FACILITATOR, "MOCS", "austin");
    ServiceTask gone = waiting(crowd, "TREE_PLANTING", "DSS");
    ServiceTask there = waiting(crowd, "POTHOLE", "CDOT");
    jdbc.sql("update services.task set resume_on = ? where state = 'REJECTED'")
        .param(LocalDate.now(ReviewWeek.CHICAGO).minusDays(1))
        .update();
    overdue("changed_at = now()");
    jdbc.sql("update services.task set first_at = null where code <> ?")
        .param(late.code())
        .update();
    jdbc.sql("update directory.organization set active = false where code = 'DSS'").update();
    try {
      assertThat(clock.run()).isEqualTo(1);
      assertThat(state(gone.code())).isEqualTo("REJECTED");
      assertThat(state(there.code())).isEqualTo("ROUTED");
      assertThat(clock.run()).isZero();
      assertThat(notices(facilitator, "stuck")).as("told once").isEqualTo(1);
    } finally {
      jdbc.sql("update directory.organization set active = true where code = 'DSS'").update();
    }
    clock.run();
    assertThat(state(gone.code())).as("tried again").isEqualTo("ROUTED");
  }

  @Test
  void anotherDepartmentHasItsDaysAndItsLevelsAnew() {
    Crowd crowd = new Crowd(accounts);
    ServiceTask task = ask(crowd);
    String facilitator = crowd.add(Role.FACILITATOR, "MOCS", "austin");
    LocalDate first = LocalDate.now(ReviewWeek.CHICAGO).minusDays(12);
    jdbc.sql("update services.task set due_on = ?").param(first).update();
    overdue("second_at = now() - interval '1 minute', third_at = now() - interval '1 minute'");
    assertThat(clock.run()).isEqualTo(3);
    crowd.be(crowd.add(Role.DEPARTMENT_LIAISON, "CDOT"));
    move(task.code(), new TaskMove.Reject(RejectCode.NO_ACCESS, "A private pole", null, null));
    crowd.be(facilitator);
    move(task.code(), new TaskMove.Route("CDOT", "It is yours after all"));
    assertThat(one("due_on = '" + first + "' and level = 3"))
        .as("who said no keeps the day")
        .isTrue();
    crowd.be(crowd.add(Role.DEPARTMENT_LIAISON, "CDOT"));
    move(task.code(), new TaskMove.Reject(RejectCode.NO_ACCESS, "A private pole", null, null));
    crowd.be(facilitator);
    move(task.code(), new TaskMove.Route("DOB", "It is on a building"));
    assertThat(clock.run()).as("not late on the first day").isZero();
    assertThat(one("level = 0 and due_on > current_date and rises_at > now()")).isTrue();
    assertThat(
            jdbc.sql("select detail from services.step where move = 'NEW_DAY'")
                .query(String.class)
                .list())
        .containsExactly(first.toString());
    overdue("second_at = now() + interval '1 day'");
    assertThat(clock.run()).as("and rises again from level 1").isEqualTo(1);
    assertThat(one("level = 1")).isTrue();
  }

  private boolean one(String condition) {
    return jdbc.sql("select " + condition + " from services.task").query(Boolean.class).single();
  }

  /** One that waits for its season, after its department said so. */
  private ServiceTask waiting(Crowd crowd, String type, String department) {
    crowd.be(crowd.add(Role.FACILITATOR, "MOCS", "austin"));
    ServiceTask task = wish(type);
    crowd.be(crowd.add(Role.DEPARTMENT_LIAISON, department));
    LocalDate on = LocalDate.now(ReviewWeek.CHICAGO).plusDays(90);
    move(task.code(), new TaskMove.Reject(RejectCode.SEASONAL, "The ground is frozen", null, on));
    return task;
  }

  private long notices(String account) {
    return notices(account, "raised");
  }

  private long notices(String account, String kind) {
    return jdbc.sql(
            """
            select count(*) from notices.notice
            where recipient = ? and kind = 'services.notice.' || ?
            """)
        .params(account, kind)
        .query(Long.class)
        .single();
  }

  private void overdue(String also) {
    jdbc.sql("update services.task set first_at = now() - interval '1 minute', " + also).update();
  }

  private ServiceTask ask(Crowd crowd) {
    crowd.be(crowd.add(Role.FACILITATOR, "MOCS", "austin"));
    return wish("ALLEY_LIGHT_OUT");
  }

  private ServiceTask wish(String type) {
    return desk.ask(
        access.require(Capability.REQUEST_SERVICES),
        null,
        new Wish(type, 25, "4500 W Madison St", ServiceTask.Source.TEAM, "", null, null));
  }

  private void move(String code, TaskMove move) {
    int version =
        jdbc.sql("select version from services.task where code = ?")
            .param(code)
            .query(Integer.class)
            .single();
    assertThat(desk.move(access.require(Capability.READ_SERVICES), null, code, version, () -> move))
        .isInstanceOf(TaskMoved.Done.class);
  }

  private String state(String code) {
    return jdbc.sql("select state from services.task where code = ?")
        .param(code)
        .query(String.class)
        .single();
  }
}

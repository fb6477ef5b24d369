package org.cscc.services;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plays what the people of a demo asked for and did, by the same rules, as whoever is set for the
 * thread; the demo moves the clock between the steps.
 */
@Component
public class ServiceRehearsal {
  private final TaskDesk desk;
  private final TaskStore store;
  private final Access access;
  private final JdbcClient jdbc;

  ServiceRehearsal(TaskDesk desk, TaskStore store, Access access, JdbcClient jdbc) {
    this.desk = desk;
    this.store = store;
    this.access = access;
    this.jdbc = jdbc;
  }

  /** Whether anything was played before. */
  public boolean played() {
    return jdbc.sql("select exists (select from services.task)").query(Boolean.class).single();
  }

  /**
   * Asks for a service.
   *
   * @return its code
   */
  public String ask(String type, int area, String block, String note) {
    return desk.ask(
            access.require(Capability.REQUEST_SERVICES),
            null,
            new Wish(type, area, block, ServiceTask.Source.WALK, note, null, null))
        .code();
  }

  /**
   * Moves a task.
   *
   * @param move a word of the moves
   * @param words a reason, a note or a crew's code, as the move needs it
   * @param other an organization or another task, where the move needs one
   */
  public void move(String code, String move, String words, String other) {
    TaskMoveKind kind = TaskMoveKind.valueOf(move.toUpperCase(Locale.ROOT));
    TaskMove wish =
        switch (kind) {
          case ROUTE -> new TaskMove.Route(other, words);
          case REJECT -> new TaskMove.Reject(RejectCode.valueOf(other), words, null, null);
          case SCHEDULE -> new TaskMove.Schedule(LocalDate.parse(other), words);
          case BLOCK -> new TaskMove.Block(words, other);
          case COMPLETE ->
              new TaskMove.Complete(List.of(new Shown(Shown.Kind.CREW_CODE, words, null)));
          case VERIFY -> new TaskMove.Verify(List.of(new Shown(Shown.Kind.NOTE, words, null)));
          case FAIL -> new TaskMove.Fail(words, List.of());
          case MERGE -> new TaskMove.Merge(other);
          case NEED -> new TaskMove.Need(other);
          case ESCALATE -> new TaskMove.Escalate(words);
          case ACKNOWLEDGE, START, UNBLOCK -> new TaskMove.Plain(kind);
        };
    int version = store.byCode(code).orElseThrow().version();
    TaskMoved moved =
        desk.move(access.require(Capability.READ_SERVICES), null, code, version, () -> wish);
    if (!(moved instanceof TaskMoved.Done)) {
      throw new IllegalStateException(code + " was moved elsewhere");
    }
  }

  /** Removes everything, when a demo makes place for real data. */
  @Transactional
  public void removeAll() {
    jdbc.sql(
            """
            truncate services.task, services.step, services.evidence, services.dependency,
              services.escalation, services.once
            """)
        .update();
  }
}

package org.cscc.crisis;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plays what the people of a demo did in activations, by the same rules, as whoever is set for the
 * thread; the demo moves the clock between the steps.
 */
@Component
public class CrisisRehearsal {
  private final CrisisWatch watch;
  private final CrisisClock clocks;
  private final CrisisDesk desk;
  private final CrisisStore store;
  private final Access access;
  private final JdbcClient jdbc;

  CrisisRehearsal(
      CrisisWatch watch,
      CrisisClock clocks,
      CrisisDesk desk,
      CrisisStore store,
      Access access,
      JdbcClient jdbc) {
    this.watch = watch;
    this.clocks = clocks;
    this.desk = desk;
    this.store = store;
    this.access = access;
    this.jdbc = jdbc;
  }

  /**
   * An activation that waits.
   *
   * @param called organizations that were called, in the order of their codes
   */
  public record Waiting(String code, int area, List<String> called) {}

  /** Looks at the incidents as the job does. */
  public void look() {
    watch.run();
  }

  /** Lets the clocks run out that have, as the job does. */
  public void tick() {
    clocks.run();
  }

  /** What is open and nobody has answered yet, the oldest first. */
  public List<Waiting> waiting() {
    return jdbc.sql(
            """
            select code, area, called from crisis.activation
            where state in ('OPENED', 'NOTIFIED') order by occurred_at, code
            """)
        .query(
            (row, number) ->
                new Waiting(
                    row.getString("code"),
                    row.getInt("area"),
                    List.of((String[]) row.getArray("called").getArray()).stream()
                        .sorted()
                        .toList()))
        .list();
  }

  /** Does something that needs nothing but its word. */
  public void plain(String code, String move) {
    move(code, new CrisisMove.Plain(CrisisMoveKind.valueOf(move)));
  }

  /** Plans the next hours. */
  public void plan(String code, String organization, Instant from, String said) {
    move(
        code,
        new CrisisMove.Planned(
            List.of(
                new PlanLine(
                    PlanLine.Kind.PRESENCE,
                    organization,
                    from,
                    from.plus(Duration.ofHours(5)),
                    said))));
  }

  /** Stands down. */
  public void standDown(String code, String reason) {
    move(code, new CrisisMove.Because(CrisisMoveKind.STAND_DOWN, reason));
  }

  /** Writes down what was learned. */
  public void learn(String code, String strengths, String toImprove, String nextSteps) {
    move(code, new CrisisMove.Learned(strengths, toImprove, nextSteps));
  }

  private void move(String code, CrisisMove move) {
    int version = store.byCode(code).orElseThrow().version();
    CrisisMoved moved =
        desk.move(access.require(Capability.READ_CRISES), null, code, version, move);
    if (!(moved instanceof CrisisMoved.Done)) {
      throw new IllegalStateException(code + " was moved elsewhere");
    }
  }

  /** Removes everything, when a demo makes place for real data. */
  @Transactional
  public void removeAll() {
    jdbc.sql(
            """
            truncate crisis.activation, crisis.reason, crisis.party, crisis.plan_line,
              crisis.lesson, crisis.lapse, crisis.step, crisis.once
            """)
        .update();
    jdbc.sql("update crisis.looked set last_change = null").update();
  }
}

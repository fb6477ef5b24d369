package org.cscc.blitz;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plays what the people of a demo planned, walked and did, by the same rules, as whoever is set for
 * the thread; the demo moves the clock between the steps.
 */
@Component
public class BlitzRehearsal {
  private final BlitzDesk desk;
  private final BlitzStore store;
  private final WalkStore walks;
  private final Access access;
  private final JdbcClient jdbc;

  BlitzRehearsal(
      BlitzDesk desk, BlitzStore store, WalkStore walks, Access access, JdbcClient jdbc) {
    this.desk = desk;
    this.store = store;
    this.walks = walks;
    this.access = access;
    this.jdbc = jdbc;
  }

  /** Whether anything was played before. */
  public boolean played() {
    return jdbc.sql("select exists (select from blitz.blitz)").query(Boolean.class).single();
  }

  /**
   * Plans a blitz.
   *
   * @return its code
   */
  public String plan(
      int area,
      String reason,
      LocalDate first,
      LocalDate last,
      List<String> blocks,
      List<String> types) {
    return desk.plan(
            access.require(Capability.PLAN_BLITZES),
            null,
            new BlitzWish(
                area, ReasonCode.valueOf(reason), "", first, last, blocks, types, List.of()))
        .code();
  }

  /** Writes down what is on a block, before. */
  public void found(String code, int block, Map<String, Integer> counts) {
    Map<String, BlitzMove.Counted> found = new HashMap<>();
    counts.forEach((type, number) -> found.put(type, new BlitzMove.Counted(number, "")));
    move(code, new BlitzMove.WalkBlock(block, found));
  }

  /** Every block was walked. */
  public void walked(String code, int walkers) {
    move(code, new BlitzMove.Walk(walkers));
  }

  /** Asks services for everything that was found. */
  public void makeTasks(String code) {
    UUID id = store.byCode(code).orElseThrow().id();
    move(
        code,
        new BlitzMove.MakeTasks(
            walks.findings(id).stream().map(Finding::id).collect(Collectors.toSet())));
  }

  /** Codes of the services that were asked for, with their type, in the order of the code. */
  public Map<String, String> tasks(String code) {
    Map<String, String> tasks = new TreeMap<>();
    for (Finding one : walks.findings(store.byCode(code).orElseThrow().id())) {
      if (one.task() != null) {
        tasks.put(one.task(), one.type());
      }
    }
    return tasks;
  }

  /** A department comes. */
  public void accept(String code, LocalDate on, String order) {
    move(code, new BlitzMove.Accept(on, order));
  }

  /** A department says what it did on a block. */
  public void did(String code, int block, Map<String, Integer> done) {
    move(code, new BlitzMove.Do(block, done));
  }

  /** What is left on a block, by service type; what is not named is fixed. */
  public void looked(String code, int block, Map<String, Integer> left) {
    Blitz blitz = store.byCode(code).orElseThrow();
    String name = blitz.block(block).orElseThrow();
    Map<String, BlitzMove.Seen> seen = new HashMap<>();
    for (Finding one : walks.findings(blitz.id())) {
      if (one.block().equals(name)) {
        int remaining = left.getOrDefault(one.type(), 0);
        seen.put(
            one.type(),
            new BlitzMove.Seen(remaining == 0 ? Verdict.FIXED : Verdict.NOT_FIXED, remaining));
      }
    }
    move(code, new BlitzMove.Look(block, seen));
  }

  /** A move that needs nothing but its name: SCHEDULE, EXECUTE, REWALK or REPORT. */
  public void plain(String code, String move) {
    move(code, new BlitzMove.Plain(BlitzMoveKind.valueOf(move)));
  }

  private void move(String code, BlitzMove move) {
    Blitz blitz = store.byCode(code).orElseThrow();
    int version =
        switch (move) {
          case BlitzMove.WalkBlock wish ->
              BlitzMoves.version(blitz, wish.block(), Walked.Look.FIRST, walks.walked(blitz.id()));
          case BlitzMove.Look wish ->
              BlitzMoves.version(blitz, wish.block(), Walked.Look.SECOND, walks.walked(blitz.id()));
          default -> blitz.version();
        };
    BlitzMoved moved =
        desk.move(access.require(Capability.READ_BLITZES), null, code, version, move);
    if (!(moved instanceof BlitzMoved.Done)) {
      throw new IllegalStateException(code + " was moved elsewhere");
    }
  }

  /** Removes everything, when a demo makes place for real data. */
  @Transactional
  public void removeAll() {
    jdbc.sql(
            """
            truncate blitz.blitz, blitz.part, blitz.walk, blitz.finding, blitz.done, blitz.report,
              blitz.step, blitz.once
            """)
        .update();
  }
}

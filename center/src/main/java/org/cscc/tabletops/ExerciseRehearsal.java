package org.cscc.tabletops;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.actions.Priority;
import org.cscc.actions.Verb;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plays what the people of a demo planned and found at the table, by the same rules, as whoever is
 * set for the thread; the demo moves the clock between the steps.
 */
@Component
public class ExerciseRehearsal {
  private final ExerciseDesk desk;
  private final ExerciseStore store;
  private final FindingStore findings;
  private final Access access;
  private final JdbcClient jdbc;

  ExerciseRehearsal(
      ExerciseDesk desk,
      ExerciseStore store,
      FindingStore findings,
      Access access,
      JdbcClient jdbc) {
    this.desk = desk;
    this.store = store;
    this.findings = findings;
    this.access = access;
    this.jdbc = jdbc;
  }

  /**
   * One part of a story.
   *
   * @param injects in their order
   */
  public record Told(String story, List<String> injects, String question) {
    /** Keeps its own copy. */
    public Told {
      injects = List.copyOf(injects);
    }
  }

  /** Whether anything was played before. */
  public boolean played() {
    return jdbc.sql("select exists (select from tabletops.exercise)").query(Boolean.class).single();
  }

  /**
   * Plans an exercise.
   *
   * @param parts three, in the order in which they are played
   * @return its code
   */
  public String plan(
      String title,
      String team,
      LocalDate day,
      LocalTime time,
      String place,
      String objectives,
      List<String> organizations,
      List<Told> parts) {
    return desk.plan(
            access.require(Capability.PLAN_TABLETOPS),
            null,
            new PlanWish(
                title,
                List.of(team),
                null,
                day,
                time,
                place,
                objectives,
                organizations,
                List.of(
                    scene(Part.PRE, parts.getFirst()),
                    scene(Part.INCIDENT, parts.get(1)),
                    scene(Part.POST, parts.getLast())),
                true))
        .code();
  }

  /** The table has sat, with so many people of each organization. */
  public void held(String code, Map<String, Integer> present) {
    move(code, new ExerciseMove.Hold(present, ""));
  }

  /**
   * Something was found.
   *
   * @param part PRE, INCIDENT or POST
   * @param kind GAP or STRENGTH
   * @param organization code; empty for none
   */
  public void found(String code, String part, String kind, String said, String organization) {
    move(
        code,
        new ExerciseMove.Find(Part.valueOf(part), FindingKind.valueOf(kind), said, organization));
  }

  /** It was talked over. */
  public void debriefed(String code) {
    move(code, new ExerciseMove.Debrief(""));
  }

  /**
   * A gap becomes an item.
   *
   * @param finding its number
   * @return the item's code
   */
  public String owed(
      String code,
      int finding,
      String title,
      String verb,
      String organization,
      String account,
      LocalDate due) {
    move(
        code,
        new ExerciseMove.Owe(
            finding(code, finding).id(),
            title,
            organization,
            account,
            Verb.valueOf(verb),
            Priority.P4,
            due));
    return String.valueOf(finding(code, finding).item());
  }

  /** A gap is answered no. */
  public void answeredNo(String code, int finding, String no, String because) {
    move(
        code,
        new ExerciseMove.AnswerNo(
            finding(code, finding).id(), NoCode.valueOf(no.toUpperCase(Locale.ROOT)), because));
  }

  /** Every gap is decided. */
  public void closed(String code) {
    move(code, new ExerciseMove.Close());
  }

  private Finding finding(String code, int number) {
    return findings.of(store.byCode(code).orElseThrow().id()).stream()
        .filter(one -> one.position() == number)
        .findFirst()
        .orElseThrow();
  }

  private void move(String code, ExerciseMove move) {
    int version = store.byCode(code).orElseThrow().version();
    ExerciseMoved moved =
        desk.move(access.require(Capability.READ_TABLETOPS), null, code, version, move);
    if (!(moved instanceof ExerciseMoved.Done)) {
      throw new IllegalStateException(code + " was moved elsewhere");
    }
  }

  private static Scene scene(Part part, Told told) {
    return new Scene(part, told.story(), told.injects(), told.question());
  }

  /** Removes everything, when a demo makes place for real data. */
  @Transactional
  public void removeAll() {
    jdbc.sql(
            """
            truncate tabletops.exercise, tabletops.scene, tabletops.present, tabletops.finding,
              tabletops.step, tabletops.once
            """)
        .update();
  }
}

package org.cscc.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.actions.Actions;
import org.cscc.actions.Move;
import org.cscc.home.MovableClock;
import org.cscc.tabletops.ExerciseRehearsal;
import org.cscc.tabletops.ExerciseRehearsal.Told;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Two exercises of the demo's west: one with its report, one that is planned. */
@Component
@Order(55)
class DemoTabletops implements DemoPart {
  private static final LocalTime EVENING = LocalTime.of(18, 0);
  private static final List<String> GUESTS = List.of("CDOT", "CDPH", "CPD", "DFSS", "DSS");

  private static final List<Told> PARK =
      List.of(
          new Told(
              """
              It is the first warm Friday of spring. The park is full, and the lights along its \
              path have been out for a week. Young people ask where they can go after nine.""",
              List.of(
                  "The field house closes at eight this week.",
                  "A resident calls and asks who repairs the lights."),
              "What do the young people need tonight, and who gives it to them?"),
          new Told(
              """
              Shortly after ten there are shots at the edge of the park. Two young people are \
              hurt. A crowd gathers, and families come to look for their children.""",
              List.of(
                  "Three organizations arrive, and none knows of the others.",
                  "Somebody posts a wrong name."),
              "Who calls whom within the first hour?"),
          new Told(
              """
              The morning after. The school next to the park opens on Monday. Families ask what \
              is open for them, and the path is as dark as before.""",
              List.of("The school asks what it may say."),
              "What is promised for the next week, and by whom?"));

  private static final List<Told> STORE =
      List.of(
          new Told(
              """
              A corner store stays open all night. Neighbours have asked for a talk with its owner \
              for a month, and nobody has said who leads it.""",
              List.of("The block club meets on Tuesday."),
              "Who talks with the store before anything happens?"),
          new Told(
              "On a Sunday evening somebody is hurt in front of the store.",
              List.of("The bus stop is closed.", "A neighbour opens the church hall."),
              "Who comes, and who tells the neighbours?"),
          new Told(
              "On Monday the store opens as usual. Neighbours want to know what changes.",
              List.of("A reporter calls the team."),
              "What do we promise, and what not?"));

  private final ExerciseRehearsal exercises;
  private final Actions actions;
  private final Accounts accounts;
  private final Access access;
  private final MovableClock clock;

  DemoTabletops(
      ExerciseRehearsal exercises,
      Actions actions,
      Accounts accounts,
      Access access,
      MovableClock clock) {
    this.exercises = exercises;
    this.actions = actions;
    this.accounts = accounts;
    this.access = access;
    this.clock = clock;
  }

  /** Plays five weeks. Done once. */
  @Override
  public void beforeTheLastFeed(ZonedDateTime now) {
    if (exercises.played()) {
      return;
    }
    closed(now);
    at(now.minusDays(4));
    as(
        "facilitator",
        () ->
            exercises.plan(
                "A store that stays open all night",
                "west-garfield-park",
                now.toLocalDate().plusDays(16),
                EVENING,
                "Library, community room",
                "Agree who speaks with a business before anything happens\n"
                    + "Practice telling neighbours the same within an hour",
                GUESTS,
                STORE));
    clock.set(now.toInstant());
  }

  /** Held three weeks ago; of its two gaps one is owed, and one was answered no. */
  private void closed(ZonedDateTime now) {
    LocalDate day = now.toLocalDate().minusDays(21);
    at(now.minusDays(35));
    String code =
        as(
            "facilitator",
            () ->
                exercises.plan(
                    "A warm Friday at the park",
                    "north-lawndale",
                    day,
                    EVENING,
                    "Field house, second floor",
                    "Know who calls whom within the first hour\n"
                        + "Find what young people need before anything happens",
                    GUESTS,
                    PARK));
    at(day.atTime(LocalTime.of(20, 30)).atZone(now.getZone()));
    as(
        "facilitator",
        () -> {
          exercises.held(code, Map.of("CDOT", 2, "CDPH", 1, "CPD", 2, "DFSS", 2, "DSS", 1));
          exercises.found(
              code, "PRE", "GAP", "Nobody knew who repairs the lights of the path", "CDOT");
          exercises.found(
              code, "INCIDENT", "STRENGTH", "Outreach and victim services called each other", "");
          exercises.found(code, "POST", "GAP", "The school has no text ready for families", "");
          return code;
        });
    at(now.minusDays(18));
    as(
        "facilitator",
        () -> {
          exercises.debriefed(code);
          return code;
        });
    String item =
        as(
            "facilitator",
            () ->
                exercises.owed(
                    code,
                    1,
                    "Name whom to call about lights in parks, and post it at the field house",
                    "COMMUNICATION",
                    "CDOT",
                    "transportation",
                    now.toLocalDate().plusDays(9)));
    as(
        "transportation",
        () -> {
          Decision reading = access.require(Capability.READ_ACTIONS);
          int version = actions.item(reading, item).version();
          actions.move(reading, null, item, version, new Move.Accept());
          return item;
        });
    at(now.minusDays(12));
    as(
        "facilitator",
        () -> {
          exercises.answeredNo(
              code,
              3,
              "NOT_OURS",
              "The schools write to families themselves; the text was handed to them.");
          exercises.closed(code);
          return code;
        });
  }

  @Override
  public void remove() {
    exercises.removeAll();
  }

  private void at(ZonedDateTime moment) {
    clock.set(moment.toInstant());
  }

  private String as(String name, Supplier<String> work) {
    return access.speakingFor(accounts.byName(name), work);
  }
}

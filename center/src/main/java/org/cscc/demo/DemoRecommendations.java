package org.cscc.demo;

import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Acknowledgements;
import org.cscc.access.Capability;
import org.cscc.directory.Teams;
import org.cscc.home.MovableClock;
import org.cscc.incidents.IncidentFacts;
import org.cscc.incidents.Incidents;
import org.cscc.recommendations.RecommendationRehearsal;
import org.cscc.recommendations.RecommendationRehearsal.Written;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The incident reviews of the demo's teams in the west, and what became of what they recommended.
 */
@Component
@Order(40)
class DemoRecommendations implements DemoPart {
  private static final int DAYS_BEFORE = 60;

  private final RecommendationRehearsal rehearsal;
  private final Incidents incidents;
  private final Teams teams;
  private final Accounts accounts;
  private final Acknowledgements acknowledgements;
  private final Access access;
  private final MovableClock clock;

  DemoRecommendations(
      RecommendationRehearsal rehearsal,
      Incidents incidents,
      Teams teams,
      Accounts accounts,
      Acknowledgements acknowledgements,
      Access access,
      MovableClock clock) {
    this.rehearsal = rehearsal;
    this.incidents = incidents;
    this.teams = teams;
    this.accounts = accounts;
    this.acknowledgements = acknowledgements;
    this.access = access;
    this.clock = clock;
  }

  /** What happened to a recommendation, so many days before the demo's own day. */
  private record Step(int daysBefore, String who, String move, String words, String other) {}

  /** A recommendation of the demo. */
  private record Asked(String title, String said, String level, String to, List<Step> steps) {}

  /**
   * A review of the demo.
   *
   * @param started so many days before the demo's own day
   * @param concluded so many days before; 0 when it is open
   * @param none why nothing is recommended; empty when something is
   */
  private record Review(
      String team, int started, int concluded, int sections, String none, List<Asked> asked) {}

  private static final List<Written> SECTIONS =
      List.of(
          new Written(
              "SCANNING",
              "It happened on the street near an alley that neighbors use on their way from the bus"
                  + " stop.",
              "",
              List.of(),
              List.of(),
              ""),
          new Written(
              "ANALYSIS",
              "The alley was dark for weeks, and cars can drive onto the lot from two sides.",
              "",
              List.of("DARK", "VACANT_LOT", "LATE_NIGHT", "REPAIR_LATE"),
              List.of(),
              ""),
          new Written(
              "RESPONSE",
              "Outreach was on the block for three evenings, and the lot was cleaned once.",
              "A light in the alley, and a day on which the lot is cleaned again.",
              List.of(),
              List.of("CDPH", "DSS"),
              ""),
          new Written(
              "ASSESSMENT",
              "Lights that work on the block, counted on two evenings, and requests that are still"
                  + " open.",
              "",
              List.of(),
              List.of(),
              "60"));

  private static final List<Review> REVIEWS =
      List.of(
          review(
              "north-lawndale",
              76,
              70,
              asked(
                  "AGENCY_PRACTICE",
                  "CDOT",
                  "Repair alley lights on priority blocks within three days",
                  "Lights in the alleys of priority blocks were out for weeks. A repair within"
                      + " three days, with the day told to the team, would make the way home"
                      + " safer.",
                  proposed(69),
                  issued(68),
                  accepted(
                      50,
                      "transportation",
                      "A crew goes to priority blocks first, and each repair is told to the team"
                          + " with its day.",
                      24),
                  implemented(
                      26,
                      "transportation",
                      "The crew works in this order since the first of the month; 14 repairs are"
                          + " told with their work orders."),
                  evaluated(
                      8,
                      "14 of 14 repairs on priority blocks were done within three days. Whether"
                          + " fewer people are harmed there can not be said yet.",
                      "ACTIVITY 14")),
              asked(
                  "PLACE",
                  "DSS",
                  "Fence the vacant lot beside the bus stop",
                  "The lot beside the stop can be driven onto from two sides. A fence with one"
                      + " gate would keep cars out and leave the way for neighbors.",
                  proposed(69),
                  issued(68),
                  rejected(
                      45,
                      "liaison",
                      "The lot belongs to a private owner, so we can clean it and bill for that,"
                          + " but not build on it."))),
          review(
              "west-garfield-park",
              60,
              55,
              asked(
                  "AGENCY_PRACTICE",
                  "DSS",
                  "Tell the team on which day a lot is cleaned",
                  "Neighbors waited for a cleaning that nobody could date. A day told before"
                      + " would let outreach and residents be there together.",
                  proposed(53),
                  issued(50)),
              asked(
                  "CITY_POLICY",
                  "CDOT",
                  "Put lighting of alleys into the capital plan of the area",
                  "Repairs do not help where there was never a light. The plan of next year"
                      + " should name the alleys of priority blocks.",
                  proposed(53),
                  issued(40),
                  accepted(
                      15,
                      "transportation",
                      "The alleys of priority blocks go into the draft of the plan, with a cost"
                          + " for each.",
                      -21))),
          nothing(
              "north-lawndale",
              42,
              38,
              "What the table found was repaired in the same week, and nothing else is lacking that"
                  + " an organization could be asked for."),
          review(
              "east-garfield-park",
              35,
              30,
              asked(
                  "PLACE",
                  "CDOT",
                  "Keep the street in front of the school free when school ends",
                  "Cars stop in two rows when school ends and nobody sees who comes from the"
                      + " corner. Signs and an hour without stopping would open the view.",
                  proposed(29),
                  issued(27),
                  accepted(
                      20,
                      "transportation",
                      "Signs for an hour without stopping are put up on both sides.",
                      0),
                  implemented(
                      3,
                      "transportation",
                      "The signs are up on both sides since Friday; a photo stands with the work"
                          + " order.")),
              asked(
                  "AGENCY_PRACTICE",
                  "DSS",
                  "Answer dumping behind stores within two days",
                  "What is dumped behind stores hides the alley. Two days would be in time for"
                      + " the weekend.",
                  proposed(29),
                  issued(12)),
              asked(
                  "STATE_LAW",
                  "MOCS",
                  "Ask for a state fund for lights on private alleys",
                  "Some alleys are private and no agency may spend on them. A fund of the state"
                      + " with the owners’ consent would close that gap.",
                  proposed(2))),
          begun(
              "north-lawndale",
              4,
              2,
              asked(
                  "PLACE",
                  "PARKS",
                  "Open the park house until ten on Fridays",
                  "There is no safe place to go to on Friday evenings within a walk. The park"
                      + " house could stay open until ten.")));

  private static Review review(String team, int started, int concluded, Asked... asked) {
    return new Review(team, started, concluded, SECTIONS.size(), "", List.of(asked));
  }

  private static Review nothing(String team, int started, int concluded, String because) {
    return new Review(team, started, concluded, SECTIONS.size(), because, List.of());
  }

  private static Review begun(String team, int started, int sections, Asked... asked) {
    return new Review(team, started, 0, sections, "", List.of(asked));
  }

  private static Asked asked(String level, String to, String title, String said, Step... steps) {
    return new Asked(title, said, level, to, List.of(steps));
  }

  private static Step proposed(int daysBefore) {
    return new Step(daysBefore, "facilitator", "PROPOSE", "", "");
  }

  private static Step issued(int daysBefore) {
    return new Step(daysBefore, "director", "ISSUE", "", "");
  }

  /** A yes, until a day that lies so many days before the demo's own. */
  private static Step accepted(int daysBefore, String who, String what, int until) {
    return new Step(daysBefore, who, "ACCEPT", what, Integer.toString(until));
  }

  private static Step rejected(int daysBefore, String who, String because) {
    return new Step(daysBefore, who, "REJECT", because, "");
  }

  private static Step implemented(int daysBefore, String who, String shown) {
    return new Step(daysBefore, who, "IMPLEMENT", shown, "");
  }

  private static Step evaluated(int daysBefore, String seen, String statement) {
    return new Step(daysBefore, "analyst", "EVALUATE", seen, statement);
  }

  /** Plays eleven weeks, so that every state is there on the demo's own day. Done once. */
  @Override
  public void beforeTheLastFeed(ZonedDateTime now) {
    if (rehearsal.played()) {
      return;
    }
    List.of("facilitator", "director", "analyst").forEach(acknowledgements::acknowledgedOnPaper);
    Set<UUID> taken = new HashSet<>();
    for (Review review : REVIEWS) {
      happening(review, now, taken).ifPresent(incident -> play(review, incident.id(), now));
    }
    clock.set(now.toInstant());
    rehearsal.answersDue();
  }

  /** The newest incident on the team's ground before a review began that no other one is about. */
  private Optional<IncidentFacts> happening(Review review, ZonedDateTime now, Set<UUID> taken) {
    ZonedDateTime started = now.minusDays(review.started());
    Set<Integer> areas = Set.copyOf(teams.byCode(review.team()).orElseThrow().areaNumbers());
    return incidents
        .serious(
            access.forSystem(Capability.READ_INCIDENTS),
            started.minusDays(DAYS_BEFORE).toLocalDate(),
            started.minusDays(2).toLocalDate(),
            areas)
        .stream()
        .filter(one -> one.block() != null && one.area() != null)
        .sorted(
            Comparator.comparing(IncidentFacts::occurredAt)
                .reversed()
                .thenComparing(IncidentFacts::id))
        .filter(one -> taken.add(one.id()))
        .findFirst();
  }

  private void play(Review review, UUID incident, ZonedDateTime now) {
    at(now, review.started());
    String code = made("facilitator", () -> rehearsal.review(review.team(), incident));
    as("facilitator", () -> write(review, code, now));
    List<String> drafts =
        review.asked().stream().map(one -> made("facilitator", () -> draft(code, one))).toList();
    if (review.concluded() > 0) {
      at(now, review.concluded());
      as("facilitator", () -> rehearsal.conclude(code, review.none()));
    }
    for (int i = 0; i < drafts.size(); i++) {
      follow(drafts.get(i), review.asked().get(i).steps(), now);
    }
  }

  private void write(Review review, String code, ZonedDateTime now) {
    rehearsal.participants(code, List.of("CDOT", "CDPH", "DSS"));
    for (Written section : SECTIONS.subList(0, review.sections())) {
      rehearsal.write(code, dated(section, now.minusDays(review.started())));
    }
  }

  private String draft(String code, Asked one) {
    return rehearsal.draft(code, one.title(), one.said(), one.level(), one.to());
  }

  private void follow(String code, List<Step> steps, ZonedDateTime now) {
    for (Step step : steps) {
      at(now, step.daysBefore());
      String other =
          step.move().equals("ACCEPT")
              ? now.minusDays(Integer.parseInt(step.other())).toLocalDate().toString()
              : step.other();
      as(step.who(), () -> rehearsal.move(code, step.move(), step.words(), other));
    }
  }

  private static Written dated(Written section, ZonedDateTime started) {
    return section.until().isEmpty()
        ? section
        : new Written(
            section.kind(),
            section.said(),
            section.lacking(),
            section.factors(),
            section.organizations(),
            started.plusDays(Integer.parseInt(section.until())).toLocalDate().toString());
  }

  @Override
  public void remove() {
    rehearsal.removeAll();
  }

  private void at(ZonedDateTime now, int daysBefore) {
    clock.set(now.minusDays(daysBefore).plusHours(2).toInstant());
  }

  private String made(String name, Supplier<String> work) {
    return access.speakingFor(accounts.byName(name), work);
  }

  private void as(String name, Runnable work) {
    made(
        name,
        () -> {
          work.run();
          return "";
        });
  }
}

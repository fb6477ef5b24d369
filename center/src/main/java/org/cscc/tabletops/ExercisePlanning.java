package org.cscc.tabletops;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cscc.directory.Organization;
import org.cscc.directory.Organizations;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.kernel.FreeText;
import org.cscc.kernel.Refused;
import org.cscc.kernel.WallClock;
import org.springframework.stereotype.Component;

/** Whether a plan can be one. Every text of it passes the wording check. */
@Component
class ExercisePlanning {
  static final int SHORTEST_TITLE = 5;
  static final int LONGEST_TITLE = 120;
  static final int LONGEST_PLACE = 160;
  static final int LONGEST_OBJECTIVES = 1200;
  static final int LONGEST_STORY = 2000;
  static final int LONGEST_QUESTION = 300;
  static final int LONGEST_INJECT = 200;
  static final int MOST_INJECTS = 12;
  private static final int MOST_TEAMS = 5;

  private final Teams teams;
  private final Organizations organizations;
  private final FreeText freeText;

  ExercisePlanning(Teams teams, Organizations organizations, FreeText freeText) {
    this.teams = teams;
    this.organizations = organizations;
    this.freeText = freeText;
  }

  /**
   * The plan as it is kept.
   *
   * @throws Refused R-TABLETOP-06 for what the form does not offer
   */
  PlanWish fit(PlanWish wish, Instant now) {
    String title = text("title", wish.title(), LONGEST_TITLE, "tabletops.refused.title");
    if (title.length() < SHORTEST_TITLE) {
      throw ExerciseRules.unfit("tabletops.refused.title", SHORTEST_TITLE, LONGEST_TITLE);
    }
    List<String> codes = teams(wish.teams());
    if (wish.area() != null && !areas(codes).contains(wish.area())) {
      throw ExerciseRules.unfit("tabletops.refused.area");
    }
    LocalDate day = wish.day();
    LocalTime time = wish.time();
    if (day == null || time == null || !WallClock.at(day, time).isAfter(now)) {
      throw ExerciseRules.unfit("tabletops.refused.time");
    }
    String place = text("place", wish.place(), LONGEST_PLACE, "tabletops.refused.place");
    if (place.isEmpty()) {
      throw ExerciseRules.unfit("tabletops.refused.place", LONGEST_PLACE);
    }
    String objectives =
        text("objectives", wish.objectives(), LONGEST_OBJECTIVES, "tabletops.refused.objectives");
    if (objectives.isEmpty()) {
      throw ExerciseRules.unfit("tabletops.refused.objectives", LONGEST_OBJECTIVES);
    }
    return new PlanWish(
        title,
        codes,
        wish.area(),
        day,
        time,
        place,
        objectives,
        guests(wish.organizations()),
        scenes(wish.scenes()),
        wish.madeUp());
  }

  private List<String> teams(List<String> wanted) {
    Set<String> known = teams.all().stream().map(Team::code).collect(Collectors.toSet());
    Set<String> codes = new LinkedHashSet<>(wanted);
    if (codes.isEmpty() || codes.size() > MOST_TEAMS || !known.containsAll(codes)) {
      throw ExerciseRules.unfit("tabletops.refused.teams", MOST_TEAMS);
    }
    return List.copyOf(codes);
  }

  /** Numbers of the areas of teams. */
  Set<Integer> areas(List<String> codes) {
    return teams.all().stream()
        .filter(team -> codes.contains(team.code()))
        .flatMap(team -> team.areaNumbers().stream())
        .collect(Collectors.toSet());
  }

  /** Codes of the active organizations. */
  Set<String> active() {
    return organizations.all().stream().map(Organization::code).collect(Collectors.toSet());
  }

  private List<String> guests(List<String> wanted) {
    Set<String> guests = new TreeSet<>(wanted);
    if (guests.isEmpty() || !active().containsAll(guests)) {
      throw ExerciseRules.unfit("tabletops.refused.organizations");
    }
    return List.copyOf(guests);
  }

  /** The three parts, each with a story and a question. */
  private List<Scene> scenes(List<Scene> wanted) {
    Map<Part, Scene> told =
        wanted.stream().collect(Collectors.toMap(Scene::part, Function.identity()));
    List<Scene> scenes = new ArrayList<>();
    for (Part part : Part.values()) {
      Scene scene = told.get(part);
      if (scene == null) {
        throw ExerciseRules.unfit("tabletops.refused.parts");
      }
      String word = part.word();
      String story = text(word + "Story", scene.story(), LONGEST_STORY, "tabletops.refused.story");
      String question =
          text(word + "Question", scene.question(), LONGEST_QUESTION, "tabletops.refused.question");
      if (story.isEmpty() || question.isEmpty()) {
        throw ExerciseRules.unfit("tabletops.refused.parts");
      }
      scenes.add(new Scene(part, story, injects(word + "Injects", scene.injects()), question));
    }
    return scenes;
  }

  private List<String> injects(String field, List<String> written) {
    String whole = fit(field, String.join("\n", written));
    List<String> lines = whole.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (lines.size() > MOST_INJECTS
        || lines.stream().anyMatch(line -> line.length() > LONGEST_INJECT)) {
      throw ExerciseRules.unfit("tabletops.refused.injects", MOST_INJECTS, LONGEST_INJECT);
    }
    return lines;
  }

  /**
   * A text without the spaces around it, when it may be stored.
   *
   * @param refused key of what is said when it is too long, with the longest
   */
  String text(String field, String written, int longest, String refused) {
    String fit = fit(field, written);
    if (fit.length() > longest) {
      throw refused.equals("tabletops.refused.title")
          ? ExerciseRules.unfit(refused, SHORTEST_TITLE, longest)
          : ExerciseRules.unfit(refused, longest);
    }
    return fit;
  }

  private String fit(String field, String written) {
    return written.isBlank() ? "" : freeText.fit(field, written);
  }
}

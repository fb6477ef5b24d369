package org.cscc.tabletops;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form of a plan, as it was typed; it comes back like that when it is refused.
 *
 * @param team the one that leads
 * @param joint codes of the teams that join it
 * @param preInjects a line each, as for the other parts
 */
record PlanForm(
    @Nullable UUID key,
    @Nullable Integer version,
    @Nullable String title,
    @Nullable String team,
    @Nullable List<String> joint,
    @Nullable Integer area,
    @Nullable String day,
    @Nullable String time,
    @Nullable String place,
    @Nullable String objectives,
    @Nullable List<String> organization,
    @Nullable String preStory,
    @Nullable String preInjects,
    @Nullable String preQuestion,
    @Nullable String incidentStory,
    @Nullable String incidentInjects,
    @Nullable String incidentQuestion,
    @Nullable String postStory,
    @Nullable String postInjects,
    @Nullable String postQuestion,
    @Nullable Boolean madeUp) {
  static PlanForm empty() {
    return new PlanForm(
        null, null, null, null, null, null, null, "18:00", null, null, null, null, null, null, null,
        null, null, null, null, null, null);
  }

  /** What stands in the form when a plan is changed; that it is made up is affirmed anew. */
  static PlanForm of(Exercise exercise, List<Scene> scenes) {
    Scene pre = scenes.getFirst();
    Scene incident = scenes.get(1);
    Scene post = scenes.getLast();
    return new PlanForm(
        null,
        exercise.version(),
        exercise.title(),
        exercise.lead(),
        exercise.teams().subList(1, exercise.teams().size()),
        exercise.area(),
        exercise.begins().toLocalDate().toString(),
        exercise.begins().toLocalTime().toString(),
        exercise.place(),
        exercise.objectives(),
        exercise.organizations(),
        pre.story(),
        String.join("\n", pre.injects()),
        pre.question(),
        incident.story(),
        String.join("\n", incident.injects()),
        incident.question(),
        post.story(),
        String.join("\n", post.injects()),
        post.question(),
        null);
  }

  PlanWish wish() {
    List<String> teams = new ArrayList<>();
    if (!MoveForm.text(team).isEmpty()) {
      teams.add(MoveForm.text(team));
    }
    if (joint != null) {
      joint.stream().filter(code -> !teams.contains(code)).forEach(teams::add);
    }
    return new PlanWish(
        MoveForm.text(title),
        teams,
        area,
        readDay(),
        readTime(),
        MoveForm.text(place),
        MoveForm.text(objectives),
        organization == null ? List.of() : organization,
        List.of(scene(Part.PRE), scene(Part.INCIDENT), scene(Part.POST)),
        Boolean.TRUE.equals(madeUp));
  }

  private Scene scene(Part part) {
    return new Scene(part, story(part), injects(part).lines().toList(), question(part));
  }

  /** The story of a part, as it was typed. */
  public String story(Part part) {
    return MoveForm.text(
        switch (part) {
          case PRE -> preStory;
          case INCIDENT -> incidentStory;
          case POST -> postStory;
        });
  }

  /** The injects of a part, a line each, as they were typed. */
  public String injects(Part part) {
    return MoveForm.text(
        switch (part) {
          case PRE -> preInjects;
          case INCIDENT -> incidentInjects;
          case POST -> postInjects;
        });
  }

  /** The question of a part, as it was typed. */
  public String question(Part part) {
    return MoveForm.text(
        switch (part) {
          case PRE -> preQuestion;
          case INCIDENT -> incidentQuestion;
          case POST -> postQuestion;
        });
  }

  /** Whether an organization is asked. */
  public boolean asks(String code) {
    return organization != null && organization.contains(code);
  }

  /** Whether a team joins. */
  public boolean joins(String code) {
    return joint != null && joint.contains(code);
  }

  int seen() {
    return version == null ? 0 : version;
  }

  private @Nullable LocalDate readDay() {
    return MoveForm.day(day);
  }

  private @Nullable LocalTime readTime() {
    if (MoveForm.text(time).isEmpty()) {
      return null;
    }
    try {
      return LocalTime.parse(MoveForm.text(time));
    } catch (DateTimeParseException e) {
      throw ExerciseRules.unfit("tabletops.refused.time");
    }
  }
}

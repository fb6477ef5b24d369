package org.cscc.weekend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.cscc.access.Decision;
import org.cscc.directory.Team;
import org.cscc.places.Areas;
import org.jspecify.annotations.Nullable;

/**
 * What of a plan somebody is shown, the own areas first. A frozen plan holds the whole city; this
 * is where a reader's reach is held against it, each time it is read.
 *
 * @param own numbers of the areas of the reader's own teams; empty for who reads everything
 * @param meetings what of the teams' reviews the reader may read; null for nothing
 * @param patterns which near repeats the reader may read; null for none
 */
record PlanReader(Set<Integer> own, @Nullable Decision meetings, @Nullable Decision patterns) {
  /**
   * Who is on call for an area, and when nobody is.
   *
   * @param name name of the area; null for the whole city
   */
  record CallLine(
      @Nullable String name,
      boolean own,
      List<Plan.Turn> first,
      List<Plan.Turn> backUp,
      List<Plan.Gap> gaps,
      List<Plan.Turn> victims,
      List<Plan.Gap> victimGaps) {}

  /** Whether something lies in the reader's own areas; the whole city is everybody's. */
  public boolean isOwn(@Nullable Integer area) {
    return area == null || own.contains(area);
  }

  List<Gathering> gatherings(Plan.Content content) {
    return content.gatherings().stream()
        .sorted(
            Comparator.comparing((Gathering one) -> !isOwn(one.area()))
                .thenComparing(Gathering::from))
        .toList();
  }

  List<Plan.Expected> coming(Plan.Content content) {
    Decision reading = meetings;
    return reading == null
        ? List.of()
        : content.coming().stream().filter(one -> reading.reaches(one.team())).toList();
  }

  List<Plan.Window> windows(Plan.Content content) {
    Decision reading = patterns;
    return reading == null
        ? List.of()
        : content.windows().stream()
            .filter(
                window -> {
                  Integer area = window.area();
                  return area == null ? reading.everywhere() : reading.reachesArea(area);
                })
            .toList();
  }

  /** Whether reviews are shown at all. */
  public boolean readsMeetings() {
    return meetings != null;
  }

  /** Whether near repeats are shown at all. */
  public boolean readsPatterns() {
    return patterns != null;
  }

  /** Areas that a team looks after in which nobody is on call at all, by name. */
  List<String> uncovered(Plan.Content content, List<Team> teams, Areas areas) {
    Set<Integer> named = new TreeSet<>();
    teams.forEach(team -> named.addAll(team.areaNumbers()));
    content.turns().stream().map(Plan.Turn::area).filter(Objects::nonNull).forEach(named::remove);
    return named.stream().map(areas::name).sorted().toList();
  }

  /**
   * A line of the whole city, then one an area in which somebody is on call at some moment, the own
   * ones first.
   */
  List<CallLine> calls(Plan.Content content, Areas areas) {
    Set<Integer> named = new TreeSet<>();
    content.turns().stream().map(Plan.Turn::area).filter(Objects::nonNull).forEach(named::add);
    List<CallLine> lines = new ArrayList<>();
    lines.add(
        new CallLine(
            null,
            true,
            turns(content, "DUTY_OFFICER", null, false),
            turns(content, "DUTY_OFFICER", null, true),
            gaps(content, "DUTY_OFFICER", null),
            List.of(),
            List.of()));
    named.stream()
        .sorted(Comparator.comparing((Integer area) -> !isOwn(area)).thenComparing(areas::name))
        .forEach(
            area ->
                lines.add(
                    new CallLine(
                        areas.name(area),
                        isOwn(area),
                        turns(content, "OUTREACH", area, false),
                        turns(content, "OUTREACH", area, true),
                        gaps(content, "OUTREACH", area),
                        turns(content, "VICTIM_SERVICES", area, false),
                        gaps(content, "VICTIM_SERVICES", area))));
    return lines;
  }

  private static List<Plan.Turn> turns(
      Plan.Content content, String duty, @Nullable Integer area, boolean backUp) {
    return content.turns().stream()
        .filter(turn -> turn.duty().equals(duty) && turn.backUp() == backUp)
        .filter(turn -> Objects.equals(turn.area(), area))
        .toList();
  }

  private static List<Plan.Gap> gaps(Plan.Content content, String duty, @Nullable Integer area) {
    return content.gaps().stream()
        .filter(gap -> gap.duty().equals(duty) && Objects.equals(gap.area(), area))
        .toList();
  }
}

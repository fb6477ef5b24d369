package org.cscc.patterns;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.kernel.Refused;
import org.cscc.places.Areas;
import org.cscc.places.CommunityArea;
import org.springframework.stereotype.Component;

/** The grounds that somebody may read about; every refusal of a place is made here. */
@Component
public class Grounds {
  private final Areas areas;
  private final Teams teams;

  Grounds(Areas areas, Teams teams) {
    this.areas = areas;
    this.teams = teams;
  }

  /** An area, if the decision reaches it. */
  public Extent area(Decision decision, int number) {
    CommunityArea area =
        areas.byNumber(number).orElseThrow(() -> unknown("patterns.refused.no-area", number));
    if (!reaches(decision, number)) {
      throw new Refused(
          Refused.Kind.FORBIDDEN, "R-PATTERNS-01", "patterns.refused.area", area.name());
    }
    return new Extent(
        Extent.Kind.AREA, Integer.toString(number), area.name(), List.of(area.number()));
  }

  /** A team's areas, if the decision reaches the team. */
  Extent team(Decision decision, String code) {
    Team team = teams.byCode(code).orElseThrow(() -> unknown("patterns.refused.no-team", code));
    if (!decision.about(Capability.READ_PATTERNS).reaches(code)) {
      throw new Refused(
          Refused.Kind.FORBIDDEN, "R-PATTERNS-01", "patterns.refused.team", team.name());
    }
    return extent(team);
  }

  /** All teams that the decision reaches, by name. */
  List<Extent> teams(Decision decision) {
    return teams.reachedBy(decision.about(Capability.READ_PATTERNS)).stream()
        .map(Grounds::extent)
        .toList();
  }

  /** A block of an area, if the decision reaches the area. */
  Extent block(Decision decision, String block, int area) {
    if (!reaches(decision, area)) {
      throw new Refused(
          Refused.Kind.FORBIDDEN, "R-PATTERNS-01", "patterns.refused.area", areas.name(area));
    }
    return new Extent(Extent.Kind.BLOCK, block, block, List.of(area));
  }

  /** The area that a block is listed in, for one who was let in to the block. */
  Extent around(int area) {
    return new Extent(Extent.Kind.AREA, Integer.toString(area), areas.name(area), List.of(area));
  }

  /**
   * Lets a decision about anything pass only if it reaches an area.
   *
   * @throws Refused when it does not (R-PATTERNS-01)
   */
  public void mustReach(Decision decision, int area) {
    if (!decision.everywhere() && !decision.areas().contains(area)) {
      throw new Refused(
          Refused.Kind.FORBIDDEN, "R-PATTERNS-01", "patterns.refused.area", areas.name(area));
    }
  }

  /** Everything the decision reaches: the city, or the account's own areas together. */
  public Extent reach(Decision decision) {
    if (decision.everywhere()) {
      return Extent.CITY;
    }
    return new Extent(Extent.Kind.TEAM, "own", "", List.copyOf(decision.areas()));
  }

  /** The names of all areas by number, for templates. */
  public Map<Integer, String> names() {
    return areas.all().stream()
        .collect(Collectors.toMap(CommunityArea::number, CommunityArea::name));
  }

  /** The areas of an extent that may be chosen from, by name. */
  public Map<Integer, String> choices(Extent extent) {
    Map<Integer, String> choices = new LinkedHashMap<>();
    areas.all().stream()
        .filter(a -> extent.kind() == Extent.Kind.CITY || extent.areas().contains(a.number()))
        .sorted(Comparator.comparing(CommunityArea::name))
        .forEach(area -> choices.put(area.number(), area.name()));
    return choices;
  }

  /** The name of an area. */
  public String name(int number) {
    return areas.name(number);
  }

  private boolean reaches(Decision decision, int area) {
    return decision.about(Capability.READ_PATTERNS).reachesArea(area);
  }

  private static Extent extent(Team team) {
    return new Extent(Extent.Kind.TEAM, team.code(), team.name(), team.areaNumbers());
  }

  /** There is no such place; the same answer to everybody. */
  static Refused unknown(String messageKey, Object named) {
    return new Refused(Refused.Kind.NOT_FOUND, "R-PATTERNS-02", messageKey, named.toString());
  }
}

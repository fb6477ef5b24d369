package org.cscc.reviews;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cscc.directory.Team;
import org.cscc.incidents.IncidentFacts;
import org.cscc.reviews.IncidentCard.Border;
import org.jspecify.annotations.Nullable;

/**
 * Which teams sit down over an incident. A block on a border street belongs to both sides: the
 * incident is on every table whose ground lies within {@link #REACH} metres of the block's
 * mid-point, or whose area either the feed or the point names. One team leads: the one that leads
 * in the area the incident is counted in.
 */
final class Tables {
  /** Half the width of a border street and its houses, in metres. */
  static final int REACH = 75;

  private static final double METRES_PER_DEGREE = 111_195;

  private final List<Team> teams;
  private final AreaAt areaAt;
  private final Map<UUID, Set<Integer>> touched = new HashMap<>();

  /** Answers for these teams; {@code areaAt} names the area of a point. */
  Tables(List<Team> teams, AreaAt areaAt) {
    this.teams = teams;
    this.areaAt = areaAt;
  }

  /** Whether the incident is on the team's table. */
  boolean has(Team team, IncidentFacts incident) {
    Set<Integer> areas = touched(incident);
    return team.areaNumbers().stream().anyMatch(areas::contains);
  }

  /** Who leads and who else sees it; null when it is the team's alone and counted in its ground. */
  @Nullable Border border(Team team, IncidentFacts incident) {
    List<Team> sees = teams.stream().filter(other -> has(other, incident)).toList();
    boolean counted = incident.area() != null && team.areaNumbers().contains(incident.area());
    if (sees.size() < 2 && counted) {
      return null;
    }
    Team lead = lead(sees, incident.area());
    return new Border(
        lead.code(),
        lead.name(),
        sees.stream().filter(other -> !other.equals(lead)).map(Team::name).toList());
  }

  private static Team lead(List<Team> sees, @Nullable Integer area) {
    if (area != null) {
      for (Team team : sees) {
        if (team.leads(area)) {
          return team;
        }
      }
      for (Team team : sees) {
        if (team.areaNumbers().contains(area)) {
          return team;
        }
      }
    }
    return sees.getFirst();
  }

  private Set<Integer> touched(IncidentFacts incident) {
    return touched.computeIfAbsent(incident.id(), id -> areas(incident));
  }

  private Set<Integer> areas(IncidentFacts incident) {
    Set<Integer> areas = new TreeSet<>();
    add(areas, incident.area());
    add(areas, incident.areaStated());
    add(areas, incident.areaComputed());
    Double lon = incident.lon();
    Double lat = incident.lat();
    if (lon != null && lat != null) {
      double squeeze = Math.cos(Math.toRadians(lat));
      for (int step = 0; step < 8; step++) {
        double angle = step * Math.PI / 4;
        double east = REACH * Math.cos(angle) / METRES_PER_DEGREE / squeeze;
        double north = REACH * Math.sin(angle) / METRES_PER_DEGREE;
        areaAt.of(lon + east, lat + north).ifPresent(areas::add);
      }
    }
    return areas;
  }

  private static void add(Set<Integer> areas, @Nullable Integer area) {
    if (area != null) {
      areas.add(area);
    }
  }

  /** Which area holds a point. */
  interface AreaAt {
    /** Number of the area, if there is one. */
    OptionalInt of(double lon, double lat);
  }
}

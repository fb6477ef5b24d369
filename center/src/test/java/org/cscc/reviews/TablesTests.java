package org.cscc.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.cscc.directory.Team;
import org.cscc.directory.TeamArea;
import org.cscc.incidents.IncidentFacts;
import org.cscc.incidents.IncidentState;
import org.cscc.incidents.IncidentType;
import org.cscc.incidents.LocationClass;
import org.cscc.incidents.OccurredPrecision;
import org.cscc.reviews.IncidentCard.Border;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which teams sit down over an incident: area 1 lies west of the line at 87.65, area 2 east. */
class TablesTests {
  private static final double LINE = -87.65;
  private static final double METRE = 1 / (111_195 * Math.cos(Math.toRadians(41.8)));
  private static final Team WEST = team("west", new TeamArea(1, null, true));
  private static final Team EAST = team("east", new TeamArea(2, null, true));
  private static final Team PARK = team("park", new TeamArea(2, "the park", false));

  private final Tables tables =
      new Tables(List.of(EAST, PARK, WEST), (lon, lat) -> OptionalInt.of(lon < LINE ? 1 : 2));

  @Test
  void anIncidentInsideItsAreaIsTheTeamsAlone() {
    IncidentFacts incident = at(LINE - 200 * METRE, 1, 1);
    assertThat(tables.has(WEST, incident)).isTrue();
    assertThat(tables.has(EAST, incident)).isFalse();
    assertThat(tables.border(WEST, incident)).isNull();
  }

  @Test
  void withinSeventyFiveMetresOfTheLineBothSeeItAndTheAreaItIsCountedInLeads() {
    IncidentFacts near = at(LINE - 70 * METRE, 1, 1);
    assertThat(tables.has(EAST, near)).isTrue();
    assertThat(tables.border(EAST, near))
        .isEqualTo(new Border("west", "west", List.of("east", "park")));
    assertThat(tables.has(EAST, at(LINE - 80 * METRE, 1, 1))).isFalse();
  }

  @Test
  void whatTheFeedAndTheMapPlaceInDifferentAreasIsOnBothTables() {
    IncidentFacts disputed = at(LINE - 500 * METRE, 2, 1);
    assertThat(tables.border(WEST, disputed)).isNotNull();
    assertThat(tables.has(EAST, disputed)).isTrue();
  }

  @Test
  void aPartOfAnAreaIsLedByTheTeamThatLeadsTheArea() {
    IncidentFacts incident = at(LINE + 500 * METRE, 2, 2);
    assertThat(tables.border(PARK, incident))
        .isEqualTo(new Border("east", "east", List.of("park")));
  }

  @Test
  void withoutAPointTheStatedAreaDecides() {
    IncidentFacts incident = incident(null, null, 1, null);
    assertThat(tables.has(WEST, incident)).isTrue();
    assertThat(tables.has(EAST, incident)).isFalse();
  }

  private static Team team(String code, TeamArea area) {
    return new Team(code, code, true, List.of(area));
  }

  private static IncidentFacts at(double lon, int stated, int computed) {
    return incident(lon, 41.8, stated, computed);
  }

  private static IncidentFacts incident(
      @Nullable Double lon,
      @Nullable Double lat,
      @Nullable Integer stated,
      @Nullable Integer computed) {
    return new IncidentFacts(
        UUID.randomUUID(),
        1,
        IncidentType.NONFATAL_SHOOTING,
        Instant.EPOCH,
        LocalDate.EPOCH,
        OccurredPrecision.MINUTE,
        null,
        lon,
        lat,
        stated != null ? stated : computed,
        stated,
        computed,
        LocationClass.STREET,
        false,
        true,
        false,
        IncidentState.CONFIRMED,
        Instant.EPOCH,
        Instant.EPOCH,
        List.of());
  }
}

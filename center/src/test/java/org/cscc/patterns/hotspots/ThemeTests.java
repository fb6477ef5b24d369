package org.cscc.patterns.hotspots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cscc.incidents.IncidentFacts;
import org.cscc.incidents.IncidentState;
import org.cscc.incidents.IncidentType;
import org.cscc.incidents.LocationClass;
import org.cscc.incidents.OccurredPrecision;
import org.cscc.kernel.ReviewWeek;
import org.cscc.patterns.circumstances.Circumstance.Code;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThemeTests {
  private static final LocalDate LAST = LocalDate.of(2026, 11, 21);

  /** Incidents in one week, incidents in another, whether it is a theme, whether it may go out. */
  @ParameterizedTest
  @CsvSource({
    "2, 0, false, false",
    "3, 0, false, false",
    "1, 1, false, false",
    "2, 1, true, false",
    "2, 2, true, false",
    "4, 1, true, true",
    "5, 0, false, false"
  })
  void m9AThemeNeedsThreeIncidentsInTwoWeeksAndFiveToLeaveTheTeams(
      int inOne, int inOther, boolean theme, boolean outside) {
    Map<UUID, Set<Code>> coded = new HashMap<>();
    List<IncidentFacts> facts = new ArrayList<>();
    for (int i = 0; i < inOne + inOther; i++) {
      IncidentFacts incident = incident(LAST.minusDays(i < inOne ? 1 : 15));
      facts.add(incident);
      coded.put(incident.id(), Set.of(Code.ARGUMENT));
    }
    List<Theme> themes = ThemeTests.themes(facts, coded);
    assertThat(themes).extracting(Theme::codes).hasSize(theme ? 1 : 0);
    assertThat(themes).allMatch(found -> found.codes().equals(List.of("CIRCUMSTANCE.ARGUMENT")));
    assertThat(themes).allMatch(found -> found.outside() == outside && !found.compared());
    assertThat(ThemeTests.themes(facts, Map.of())).isEmpty();
  }

  private static List<Theme> themes(List<IncidentFacts> facts, Map<UUID, Set<Code>> coded) {
    return Themes.of(facts, coded, (lon, lat) -> List.of(), LAST, Settings.USUAL);
  }

  /** Without a kind of place, an hour or a point, so that only what is coded is shared. */
  private static IncidentFacts incident(LocalDate day) {
    Instant at = day.atStartOfDay(ReviewWeek.CHICAGO).toInstant();
    return new IncidentFacts(
        UUID.randomUUID(),
        1,
        IncidentType.NONFATAL_SHOOTING,
        at,
        day,
        OccurredPrecision.DAY,
        null,
        null,
        null,
        25,
        25,
        null,
        LocationClass.OTHER,
        false,
        true,
        false,
        IncidentState.REPORTED,
        at,
        at,
        List.of());
  }
}

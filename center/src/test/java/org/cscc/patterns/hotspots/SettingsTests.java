package org.cscc.patterns.hotspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.cscc.patterns.BlockScoreRule;
import org.cscc.patterns.NearRepeatRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SettingsTests {

  @Test
  void withoutAnyPropertyTheUsualNumbersHold() {
    assertThat(bound(Map.of())).isEqualTo(Settings.USUAL);
  }

  @Test
  void aPropertyChangesItsNumberAndMakesTheComputationAnother() {
    Settings other =
        bound(
            Map.of(
                "cscc.patterns.hotspots.hexagon-metres", "450",
                "cscc.patterns.hotspots.window-days", "730",
                "cscc.patterns.hotspots.q", "0.01"));
    assertThat(other.hexagon()).isEqualTo(450);
    assertThat(other.windowDays()).isEqualTo(730);
    assertThat(other.q()).isEqualTo(0.01);
    assertThat(other.bandwidth()).isEqualTo(Settings.USUAL.bandwidth());
    assertThat(other.fingerprint()).isNotEqualTo(Settings.USUAL.fingerprint());
    assertThat(other.named()).hasSameSizeAs(Settings.class.getRecordComponents());
  }

  @ParameterizedTest
  @CsvSource({
    "hexagon-metres, 20",
    "window-days, 7",
    "q, 0",
    "q, 0.5",
    "least-incidents, 1",
    "bandwidth-metres, NaN",
    "density-cell-metres, 251",
    "scan-metres, 20000",
    "scan-days, 1",
    "recurrence-days, 5",
    "replicas, 10",
    "block-metres, 0",
    "test-weeks, 1",
    "theme-weeks, 1",
    "theme-metres, 5",
    "rest-days, 1",
    "quiet-days, 0",
    "scan-least-incidents, 1",
    "density-levels, '10,5'",
    "density-levels, '5,5'",
    "density-levels, 0.5",
    "density-levels, '2,3,4,5,6,7,8'",
    "knox.metres, '200,100'",
    "knox.metres, 5",
    "knox.days, '4,400'",
    "knox.least-incidents, 1",
    "knox.clear-ratio, 0.5",
    "knox.clear-p, 0.5",
    "trend.years, 1",
    "trend.alpha, 0",
    "trend.half-window, 9",
    "trend.seasonal-levels, 0",
    "trend.weeks-left-out, 60",
    "trend.reweight-above, 0",
    "trend.least-sd, -1",
    "trend.least-people, 0",
    "trend.clear-move, 1"
  })
  void aNumberOutOfItsRangeIsRefusedByTheNameOfItsProperty(String name, String value) {
    assertThatThrownBy(() -> bound(Map.of("cscc.patterns.hotspots." + name, value)))
        .rootCause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cscc.patterns.hotspots." + name)
        .hasMessageContaining("give");
  }

  @Test
  void bandsAndLevelsMayBeSetAndReachTheMethods() {
    Settings other =
        bound(
            Map.of(
                "cscc.patterns.hotspots.knox.metres", "50,300",
                "cscc.patterns.hotspots.knox.days", "7",
                "cscc.patterns.hotspots.density-levels", "2,4",
                "cscc.patterns.hotspots.trend.alpha", "0.01"));
    assertThat(other.knox().bands().spaceBands()).isEqualTo(3);
    assertThat(other.knox().bands().timeBands()).isEqualTo(1);
    assertThat(other.densityLevels()).containsExactly(2.0, 4.0);
    assertThat(other.trend().regression(5, 52).alpha()).isEqualTo(0.01);
    assertThat(other.trend().leastPeople()).isEqualTo(TrendRule.USUAL.leastPeople());
    assertThat(other.fingerprint()).isNotEqualTo(Settings.USUAL.fingerprint());
  }

  @ParameterizedTest
  @CsvSource({
    "killed, -1",
    "injured, 11",
    "shots, -0.1",
    "half-life-days, 1",
    "window-days, 7",
    "least-incidents, 1"
  })
  void aScoreThatWouldListNothingOrOneIncidentIsRefused(String name, String value) {
    Binder binder =
        new Binder(
            new MapConfigurationPropertySource(Map.of("cscc.patterns.block-score." + name, value)));
    assertThatThrownBy(() -> binder.bindOrCreate("cscc.patterns.block-score", BlockScoreRule.class))
        .rootCause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cscc.patterns.block-score." + name)
        .hasMessageContaining("give");
  }

  @Test
  void aNearRepeatWindowMayBeSetWithinReason() {
    Binder binder =
        new Binder(
            new MapConfigurationPropertySource(Map.of("cscc.patterns.near-repeat.days", "28")));
    assertThat(binder.bindOrCreate("cscc.patterns.near-repeat", NearRepeatRule.class))
        .isEqualTo(new NearRepeatRule(200, 28));
    assertThatThrownBy(() -> new NearRepeatRule(0, 14)).hasMessageContaining("metres");
    assertThatThrownBy(() -> new NearRepeatRule(200, 400)).hasMessageContaining("days");
  }

  private static Settings bound(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("cscc.patterns.hotspots", Settings.class);
  }
}

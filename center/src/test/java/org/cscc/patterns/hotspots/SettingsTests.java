package org.cscc.patterns.hotspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
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
    "quiet-days, 0"
  })
  void aNumberOutOfItsRangeIsRefusedByTheNameOfItsProperty(String name, String value) {
    assertThatThrownBy(() -> bound(Map.of("cscc.patterns.hotspots." + name, value)))
        .rootCause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cscc.patterns.hotspots." + name)
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

package org.cscc.places;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApproximateCellsTests {
  private final Reference city = Reference.fresh();

  @Test
  void everyCenterPointLiesInItsOwnArea() {
    assertThat(city.areas().all())
        .hasSize(77)
        .allSatisfy(
            area ->
                assertThat(city.boundaries().areaAt(area.centerLon(), area.centerLat()))
                    .as(area.name())
                    .hasValue(area.number()));
  }

  @Test
  void withoutImportedOutlinesTheCellsSayThatTheyAreApproximate() {
    assertThat(city.boundaries().approximate()).isTrue();
    assertThat(city.boundaries().asOf()).isEmpty();
    assertThat(city.boundaries().shapes().all()).hasSize(77);
  }

  @Test
  void pointsOutsideTheCityHaveNoArea() {
    assertThat(city.boundaries().areaAt(-91.686565684, 36.619446395)).isEmpty();
    assertThat(city.boundaries().areaAt(0, 0)).isEmpty();
    assertThat(city.boundaries().areaAt(Double.NaN, 41.9)).isEmpty();
  }
}

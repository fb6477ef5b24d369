package org.cscc.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecentDensityTests {
  private static final RecentDensity.Frame FRAME =
      new RecentDensity.Frame(-87.70, 41.86, -87.66, 41.90);

  @Test
  void underFiveIncidentsNothingIsShaded() {
    RecentDensity few = RecentDensity.of(at(4, -87.68, 41.88), 28, FRAME);
    assertThat(few.n()).isEqualTo(4);
    assertThat(few.drawn()).isFalse();
  }

  @Test
  void theDarkestCellIsWhereTheIncidentsAreAndItsPeakIsTheKernels() {
    RecentDensity five = RecentDensity.of(at(5, -87.68, 41.88), 28, FRAME);
    int row = (int) ((41.88 - five.south()) / five.stepLat());
    int column = (int) ((-87.68 - five.west()) / five.stepLon());
    assertThat(five.rows().get(row).charAt(column)).isEqualTo('3');
    // 5 * 3 / (pi h^2) with h = 0.3 km is 53.05 a km² at the very place; the cell's centre is near.
    assertThat(five.peak()).isCloseTo(53.05, within(6.0));
    assertThat(five.rows().getFirst()).doesNotContain("1", "2", "3");
  }

  @Test
  void incidentsBesideTheFrameShadeItButAreNotCountedInIt() {
    List<Happening> all = at(5, -87.68, 41.88);
    all.addAll(at(3, -87.7005, 41.88));
    RecentDensity density = RecentDensity.of(all, 28, FRAME);
    int row = (int) ((41.88 - density.south()) / density.stepLat());
    assertThat(density.n()).isEqualTo(5);
    assertThat(density.rows().get(row).charAt(0)).isNotEqualTo('0');
  }

  private static List<Happening> at(int count, double lon, double lat) {
    List<Happening> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(new Happening(UUID.randomUUID(), 20_000 + i, 20, 29, "", lon, lat, 0, 1));
    }
    return all;
  }
}

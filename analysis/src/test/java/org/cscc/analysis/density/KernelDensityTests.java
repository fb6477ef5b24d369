package org.cscc.analysis.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.ReferenceCase;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class KernelDensityTests {
  private static final Grid GRID = Grid.ofCells(0, 0, 100, 40, 30);

  @Test
  void densityAgreesWithTheReference() {
    ReferenceCase reference = ReferenceCase.named("kde-chicago-2019");
    JsonNode expected = reference.json("expected.json");
    Grid grid =
        Grid.ofCells(
            expected.get("x0").asDouble(),
            expected.get("y0").asDouble(),
            expected.get("cell").asDouble(),
            expected.get("nx").asInt(),
            expected.get("ny").asInt());
    double h = expected.get("bandwidth").asDouble();
    double[] x = reference.numbers("input_events.csv", "x");
    double[] y = reference.numbers("input_events.csv", "y");
    KernelDensity quartic = KernelDensity.quartic(grid, x, y, h);
    KernelDensity gaussian = KernelDensity.gaussian(grid, x, y, h);
    agree(reference, "quartic_per_km2", quartic);
    agree(reference, "gaussian_per_km2", gaussian);
    double mass = expected.get("sum_quartic_times_cellarea").asDouble();
    reference.agree("sum_quartic_times_cellarea", mass, quartic.mass(), 1e-9);
    double smooth = expected.get("sum_gaussian_times_cellarea").asDouble();
    reference.agree("sum_gaussian_times_cellarea", smooth, gaussian.mass(), 1e-9);
  }

  @Test
  void theKernelOfOneEventHoldsOneEvent() {
    double[] x = {2000};
    double[] y = {1500};
    Grid fine = Grid.ofCells(0, 0, 10, 400, 300);
    assertThat(KernelDensity.quartic(fine, x, y, 800).mass()).isCloseTo(1, within(1e-4));
    assertThat(KernelDensity.gaussian(fine, x, y, 200).mass()).isCloseTo(1, within(1e-6));
    KernelDensity cut = KernelDensity.gaussian(fine, x, y, new double[] {1}, 200, 5);
    assertThat(cut.mass()).isCloseTo(1, within(2e-6)).isLessThan(1);
  }

  @Test
  void coincidentEventsCountAsOneOfTheirWeight() {
    double[] values =
        KernelDensity.quartic(GRID, new double[] {500, 500}, new double[] {700, 700}, 300).values();
    double[] weighted =
        KernelDensity.quartic(GRID, new double[] {500}, new double[] {700}, new double[] {2}, 300)
            .values();
    assertThat(values).containsExactly(weighted);
  }

  @Test
  void theAnswerDoesNotDependOnThreadsOrOnTheOrderOfTheEvents() {
    Random random = new Random(3);
    double[] x = random.doubles(2000, -200, 4200).toArray();
    double[] y = random.doubles(2000, -200, 3200).toArray();
    double[] here = KernelDensity.quartic(GRID, x, y, 300).values();
    try (ForkJoinPool pool = new ForkJoinPool(5)) {
      assertThat(pool.submit(() -> KernelDensity.quartic(GRID, x, y, 300).values()).join())
          .containsExactly(here);
    }
    double[] backX = new double[x.length];
    double[] backY = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      backX[i] = x[x.length - 1 - i];
      backY[i] = y[x.length - 1 - i];
    }
    assertThat(KernelDensity.quartic(GRID, backX, backY, 300).values()).containsExactly(here);
  }

  @Test
  void aLiveMapFollowsItsEvents() {
    LiveDensity live = new LiveDensity(GRID, 300);
    live.add(1000, 1000);
    live.add(1200, 1000);
    live.remove(1000, 1000);
    double[] fresh =
        KernelDensity.quartic(GRID, new double[] {1200}, new double[] {1000}, 300).values();
    assertThat(live.now().values()).containsExactly(fresh, within(1e-18));
    live.remove(1200, 1000);
    assertThatThrownBy(() -> live.remove(0, 0)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void noEventsGiveAnEmptyMap() {
    assertThat(KernelDensity.quartic(GRID, new double[0], new double[0], 300).peak()).isZero();
  }

  @Test
  void illegalInputIsRefused() {
    double[] one = {1};
    double[] bad = {Double.NaN};
    assertThatThrownBy(() -> KernelDensity.quartic(GRID, bad, one, 1))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> KernelDensity.quartic(GRID, one, one, 0))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> KernelDensity.quartic(GRID, one, one, new double[] {-1}, 1))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> Grid.ofCells(0, 0, 0, 1, 1)).isInstanceOf(InvalidInput.class);
  }

  private static void agree(ReferenceCase reference, String column, KernelDensity density) {
    double[] expected = reference.numbers("expected_grid.csv", column);
    double peak = density.peak() * 1e6;
    for (int i = 0; i < expected.length; i++) {
      double got = density.values()[i] * 1e6;
      reference.within(column + " of row " + (i + 1), expected[i], got, 1e-9 * peak);
    }
  }
}

package org.cscc.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cscc.analysis.PoissonTests.refused;

import java.util.List;
import org.cscc.analysis.InvalidInput.Reason;
import org.cscc.analysis.NearRepeatWindows.Settings;
import org.cscc.analysis.NearRepeatWindows.Window;
import org.junit.jupiter.api.Test;

class NearRepeatWindowsTests {
  private static final NearRepeatWindows WINDOWS =
      NearRepeatWindows.of(
          new double[] {0, 150, 1000, 0},
          new double[] {0, 50, 0, -200},
          new int[] {100, 105, 105, 114},
          Settings.USUAL);

  @Test
  void aWindowOpensWithItsEventAndClosesAfterFourteenDays() {
    Window window = WINDOWS.all().getFirst();
    assertThat(window.openOn(99)).isFalse();
    assertThat(window.openOn(100)).isTrue();
    assertThat(window.openOn(114)).isTrue();
    assertThat(window.openOn(115)).isFalse();
  }

  @Test
  void openWindowsAreListedWithTheOneThatClosesFirstOnTop() {
    assertThat(WINDOWS.openOn(110)).extracting(Window::event).containsExactly(0, 1, 2);
    assertThat(WINDOWS.openOn(116)).extracting(Window::event).containsExactly(1, 2, 3);
    assertThat(WINDOWS.openOn(200)).isEmpty();
  }

  @Test
  void aPlaceKnowsWhichEventsOpenedTheWindowsItIsIn() {
    assertThat(WINDOWS.covering(100, 0, 110)).extracting(Window::event).containsExactly(0, 1);
    assertThat(WINDOWS.covering(500, 0, 110)).isEmpty();
    assertThat(WINDOWS.covering(0, 0, 90)).isEmpty();
  }

  @Test
  void laterEventsWithinTheWindowAreItsRepeatsAndTheEdgeBelongsToIt() {
    assertThat(WINDOWS.all().get(0).repeats()).isEqualTo(List.of(1, 3));
    assertThat(WINDOWS.all().get(1).repeats()).isEmpty();
    assertThat(WINDOWS.all().get(2).repeats()).isEmpty();
  }

  @Test
  void twoEventsOfOneDayRepeatOnce() {
    var twins =
        NearRepeatWindows.of(new double[2], new double[2], new int[] {5, 5}, Settings.USUAL);
    assertThat(twins.all().get(0).repeats()).containsExactly(1);
    assertThat(twins.all().get(1).repeats()).isEmpty();
  }

  @Test
  void noEventsOpenNoWindow() {
    var none = NearRepeatWindows.of(new double[0], new double[0], new int[0], Settings.USUAL);
    assertThat(none.openOn(0)).isEmpty();
    assertThat(none.covering(0, 0, 0)).isEmpty();
  }

  @Test
  void illegalInputIsRefusedByName() {
    double[] one = {Double.NaN};
    refused(
        () -> NearRepeatWindows.of(one, new double[1], new int[1], Settings.USUAL),
        Reason.NOT_FINITE);
    refused(
        () -> NearRepeatWindows.of(new double[1], new double[2], new int[1], Settings.USUAL),
        Reason.LENGTH_MISMATCH);
    refused(() -> new Settings(0, 14, Metric.MANHATTAN), Reason.OUT_OF_RANGE);
  }
}

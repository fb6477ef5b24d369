package org.cscc.crisis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** F2: whether it happened again on the same block within 14, 30 and 90 days, on the edges. */
class RepeatsTests {
  private static final int ENGLEWOOD = 68;
  private static final String BLOCK = "063XX S HALSTED ST";
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  @ParameterizedTest(name = "{0} days later: {1}, {2}, {3}")
  @CsvSource({
    // days later, within 14, within 30, within 90
    "-1, 0, 0, 0",
    "0, 0, 0, 0",
    "1, 1, 1, 1",
    "13, 1, 1, 1",
    "14, 1, 1, 1",
    "15, 0, 1, 1",
    "30, 0, 1, 1",
    "31, 0, 0, 1",
    "90, 0, 0, 1",
    "91, 0, 0, 0"
  })
  void theLastDayCountsAndTheDayItselfDoesNot(int later, int in14, int in30, int in90) {
    Repeats repeats = new Repeats(List.of(place(BLOCK, 0), place(BLOCK, later)), DAY.plusDays(200));
    assertThat(repeats.after(List.of(place(BLOCK, 0))))
        .extracting(one -> one.days() + ":" + one.followed().of() + "/" + one.followed().n())
        .containsExactly("14:" + in14 + "/1", "30:" + in30 + "/1", "90:" + in90 + "/1");
  }

  @ParameterizedTest(name = "data until {0} days later: {1}, {2}, {3} are old enough")
  @CsvSource({
    "13, 0, 0, 0",
    "14, 1, 0, 0",
    "29, 1, 0, 0",
    "30, 1, 1, 0",
    "89, 1, 1, 0",
    "90, 1, 1, 1"
  })
  void itIsAskedOnlyOfWhatIsOldEnoughInTheData(int until, int n14, int n30, int n90) {
    // It happened again on the next day, but the days are not over: it is in no number yet.
    Repeats repeats = new Repeats(List.of(place(BLOCK, 0), place(BLOCK, 1)), DAY.plusDays(until));
    assertThat(repeats.after(List.of(place(BLOCK, 0))))
        .extracting(one -> one.followed().n())
        .containsExactly(n14, n30, n90);
    assertThat(repeats.after(List.of(place(BLOCK, 0))))
        .extracting(one -> one.followed().of())
        .containsExactly(n14, n30, n90);
  }

  @Test
  void anotherBlockAndTheSameNameInAnotherAreaAreNotAgain() {
    Repeats repeats =
        new Repeats(
            List.of(place("064XX S HALSTED ST", 3), new Repeats.Place(67, BLOCK, DAY.plusDays(3))),
            DAY.plusDays(200));
    assertThat(repeats.after(List.of(place(BLOCK, 0))))
        .extracting(one -> one.followed().of())
        .containsExactly(0, 0, 0);
  }

  @Test
  void aShareIsSaidFromFiveOnAndNothingIsSaidWithoutData() {
    Repeats repeats = new Repeats(List.of(place(BLOCK, 3)), DAY.plusDays(200));
    assertThat(repeats.after(List.of(place(BLOCK, 0), place(BLOCK, 1))).getFirst().followed())
        .matches(share -> share.of() == 2 && share.n() == 2 && share.percent() == null);
    List<Repeats.Place> five =
        List.of(place(BLOCK, -2), place(BLOCK, -1), place(BLOCK, 0), place(BLOCK, 1), place("", 0));
    assertThat(repeats.after(five).getFirst().followed().percent()).isEqualTo(80);
    assertThat(Repeats.UNKNOWN.after(five)).isEmpty();
  }

  private static Repeats.Place place(String block, int later) {
    return new Repeats.Place(ENGLEWOOD, block, DAY.plusDays(later));
  }
}

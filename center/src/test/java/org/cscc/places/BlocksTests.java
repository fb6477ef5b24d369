package org.cscc.places;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlocksTests {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          045XX S WENTWORTH AVE             | 045XX S WENTWORTH AVE
          045xx  s wentworth   avenue       | 045XX S WENTWORTH AVE
          45XX S WENTWORTH AVE              | 045XX S WENTWORTH AVE
          0450X S WENTWORTH AVE             | 045XX S WENTWORTH AVE
          4512 S Wentworth Ave              | 045XX S WENTWORTH AVE
          4512B S WENTWORTH AVE             | 045XX S WENTWORTH AVE
          4512-4518 S WENTWORTH AVE         | 045XX S WENTWORTH AVE
          4500 BLOCK OF S WENTWORTH AVE     | 045XX S WENTWORTH AVE
          4500 block S. Wentworth Ave.      | 045XX S WENTWORTH AVE
          4500 BLK SOUTH WENTWORTH AV       | 045XX S WENTWORTH AVE
          045XX WENTWORTH AVE               | 045XX WENTWORTH AVE
          0000X W WASHINGTON ST             | 000XX W WASHINGTON ST
          000XX W WASHINGTON ST             | 000XX W WASHINGTON ST
          50 W WASHINGTON ST                | 000XX W WASHINGTON ST
          XX W WASHINGTON ST                | 000XX W WASHINGTON ST
          001XX N STATE ST                  | 001XX N STATE ST
          1XX N STATE ST                    | 001XX N STATE ST
          120XX S HALSTED ST                | 120XX S HALSTED ST
          12034 S HALSTED ST                | 120XX S HALSTED ST
          063XX W 63RD ST                   | 063XX W 63RD ST
          "016XX W 87TH ST, Chicago, IL"    | 016XX W 87TH ST
          002XX E DR MARTIN LUTHER KING JR DRIVE | 002XX E DR MARTIN LUTHER KING JR DR
          """)
  void everyWayToWriteABlockGivesTheOneOfTheHouse(String written, String canonical) {
    Block block = Blocks.normalise(written);
    assertThat(block.canonical()).isEqualTo(canonical);
    assertThat(block.form()).isEqualTo(Block.Form.HUNDRED_BLOCK);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          W MADISON ST / N PULASKI RD       | N PULASKI RD / W MADISON ST
          n pulaski road & w madison street | N PULASKI RD / W MADISON ST
          W MADISON ST AND N PULASKI RD     | N PULASKI RD / W MADISON ST
          W 63RD ST/S ASHLAND AVE           | S ASHLAND AVE / W 63RD ST
          """)
  void aCrossingIsTheSameWhicheverStreetComesFirst(String written, String canonical) {
    Block block = Blocks.normalise(written);
    assertThat(block.canonical()).isEqualTo(canonical);
    assertThat(block.form()).isEqualTo(Block.Form.INTERSECTION);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  ", "UNKNOWN", "n/a", "-", "S WENTWORTH AVE", "045XX", "4512"})
  void whatNamesNoBlockIsUnknown(String written) {
    assertThat(Blocks.normalise(written).known()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"4512 S WENTWORTH AVE", "12034 S HALSTED ST", "7 E OHIO ST"})
  void noHouseNumberFinerThanAHundredIsKept(String written) {
    assertThat(Blocks.normalise(written).canonical())
        .doesNotContain(written.substring(0, written.indexOf(' ') + 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"4512 S Wentworth Avenue", "W MADISON & PULASKI", "0000X W LAKE ST"})
  void readingItsOwnWritingChangesNothing(String written) {
    Block once = Blocks.normalise(written);
    assertThat(Blocks.normalise(once.canonical())).isEqualTo(once);
  }
}

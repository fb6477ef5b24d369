package org.cscc.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Blocks, windows and hours. */
class PlacesInTimeTests {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
  private static final String BLOCK = "045XX S WENTWORTH AVE";

  /** About 100 m of longitude and of latitude. */
  private static final double HUNDRED_LON = 100 / 83_100.0;

  private static final double HUNDRED_LAT = 100 / 111_070.0;

  @Test
  void theArithmeticOfABlockAddsUp() {
    Town town =
        new Town()
            .incident(DAY, 37, BLOCK, 1, 0)
            .incident(DAY.minusDays(90), 37, BLOCK, 0, 4)
            .incident(DAY.minusDays(180), 37, BLOCK, 0, 1)
            .incident(DAY.minusDays(400), 37, BLOCK, 0, 1)
            .incident(DAY.minusDays(10), 37, "046XX S WENTWORTH AVE", 0, 1)
            .incident(DAY.minusDays(500), 37, "047XX S WENTWORTH AVE", 0, 1);
    List<ScoredBlock> blocks = town.profile(DAY, Town.area(37)).blocks();
    assertThat(blocks).extracting(ScoredBlock::block).containsExactly(BLOCK);
    ScoredBlock block = blocks.getFirst();
    assertThat(block.raw()).isCloseTo(1 + 0.5 + 0.25, within(1e-12));
    assertThat(block.parts()).extracting(ScoredBlock.Part::points).containsExactly(1.0, 0.5, 0.25);
    assertThat(block.parts()).extracting(ScoredBlock.Part::incident).first().isEqualTo(Town.id(0));
    ScoredBlock.Pull pull = block.pull();
    assertThat(pull.blocks()).isEqualTo(3);
    assertThat(block.score())
        .isCloseTo(pull.mean() + pull.factor() * (block.raw() - pull.mean()), within(1e-12));
  }

  @Test
  void equalBlocksShareARankAndTheNextOneIsSkipped() {
    Town town = new Town();
    for (String block : List.of("A", "B", "C")) {
      for (int n = 0; n < (block.equals("C") ? 2 : 9); n++) {
        town.incident(DAY.minusDays(n), 37, block, 0, 1);
      }
    }
    for (int block = 0; block < 20; block++) {
      town.incident(DAY.minusDays(400), 37, "QUIET " + block, 0, 1);
    }
    assertThat(town.profile(DAY, Town.area(37)).blocks())
        .extracting(ScoredBlock::rank)
        .containsExactly(1, 1, 3);
  }

  @Test
  void whereChanceExplainsTheDifferencesAllBlocksShareTheFirstRank() {
    Town town =
        new Town()
            .incident(DAY.minusDays(50), 37, "A", 0, 1)
            .incident(DAY.minusDays(60), 37, "A", 0, 1)
            .incident(DAY.minusDays(5), 37, "B", 0, 1)
            .incident(DAY.minusDays(6), 37, "B", 0, 1);
    List<ScoredBlock> blocks = town.profile(DAY, Town.area(37)).blocks();
    assertThat(blocks).extracting(ScoredBlock::rank).containsExactly(1, 1);
    assertThat(blocks).extracting(ScoredBlock::block).containsExactly("B", "A");
    assertThat(blocks).allMatch(block -> block.pull().factor() == 0);
  }

  @Test
  void aBlockOnTheBorderIsSeenFromBothSidesWithAllItsIncidents() {
    Town town =
        new Town()
            .incident(DAY.minusDays(1), 67, BLOCK, 0, 1)
            .incident(DAY.minusDays(2), 67, BLOCK, 0, 1)
            .incident(DAY.minusDays(3), 68, BLOCK, 0, 1);
    for (int area : List.of(67, 68)) {
      ScoredBlock block = town.profile(DAY, Town.area(area)).blocks().getFirst();
      assertThat(block.parts()).hasSize(3);
      assertThat(block.area()).isEqualTo(67);
    }
    assertThat(town.profile(DAY, Town.area(69)).blocks()).isEmpty();
  }

  @Test
  void aWindowIsOpenForFourteenDaysAndClosesByItself() {
    Town town = new Town().incident(DAY.minusDays(14), 29, BLOCK, 1, 1);
    List<OpenWindow> open = town.profile(DAY, Town.area(29)).windows();
    assertThat(open).hasSize(1);
    assertThat(open.getFirst().lastDay()).isEqualTo(DAY);
    assertThat(open.getFirst().killed()).isEqualTo(1);
    assertThat(town.profile(DAY.plusDays(1), Town.area(29)).windows()).isEmpty();
    assertThat(town.profile(DAY.minusDays(15), Town.area(29)).windows()).isEmpty();
  }

  @Test
  void aRepeatLiesWithinTwoHundredMetresAlongTheStreets() {
    Town town =
        new Town()
            .incident(DAY.minusDays(8), 22, 29, BLOCK, Town.LON, Town.LAT, 0, 1)
            .incident(
                DAY.minusDays(2),
                1,
                29,
                "B",
                Town.LON + HUNDRED_LON,
                Town.LAT + 0.9 * HUNDRED_LAT,
                0,
                1)
            .incident(
                DAY.minusDays(1),
                1,
                29,
                "C",
                Town.LON - 1.1 * HUNDRED_LON,
                Town.LAT - HUNDRED_LAT,
                0,
                1);
    Profile profile = town.profile(DAY, Town.area(29));
    OpenWindow first = profile.windows().getFirst();
    assertThat(first.incident()).isEqualTo(Town.id(0));
    assertThat(first.repeats()).extracting(OpenWindow.Repeat::incident).containsExactly(Town.id(1));
    assertThat(first.repeats().getFirst().metres()).isBetween(189L, 191L);
    assertThat(profile.nearRepeats()).hasSize(1);
    NearRepeat flag = profile.nearRepeats().getFirst();
    assertThat(flag.incident()).isEqualTo(Town.id(1));
    assertThat(flag.of()).isEqualTo(Town.id(0));
    assertThat(flag.until()).isEqualTo(DAY.plusDays(12));
  }

  @Test
  void aWindowAcrossTheBorderIsSeenOnBothSides() {
    Town town =
        new Town()
            .incident(DAY.minusDays(8), 67, BLOCK, 0, 1)
            .incident(DAY.minusDays(2), 68, BLOCK, 0, 1);
    assertThat(town.profile(DAY, Town.area(68)).windows())
        .extracting(OpenWindow::incident)
        .containsExactly(Town.id(0), Town.id(1));
    assertThat(town.profile(DAY, Town.area(67)).windows())
        .extracting(OpenWindow::incident)
        .containsExactly(Town.id(0));
  }

  @Test
  void anIncidentWithoutAPlaceOpensNoWindowButCounts() {
    Town town = new Town().incident(DAY, 22, 29, "", Double.NaN, Double.NaN, 0, 1);
    Profile profile = town.profile(DAY, Town.area(29));
    assertThat(profile.windows()).isEmpty();
    assertThat(profile.numbers().week().all().count()).isEqualTo(1);
  }

  @Test
  void hoursKeepTheUnknownApartAndBeginWithTheReviewWeek() {
    LocalDate sunday = LocalDate.of(2026, 11, 15);
    Town town =
        new Town()
            .incident(sunday, 0, 29, "", 0, 0, 0, 1)
            .incident(sunday, Located.UNKNOWN, 29, "", 0, 0, 0, 1)
            .incident(sunday.plusDays(6), 23, 29, "", 0, 0, 2, 3);
    HourTable table = town.profile(DAY, Town.area(29)).hours28();
    assertThat(table.rows().getFirst().day()).isEqualTo(DayOfWeek.SUNDAY);
    assertThat(table.rows().getFirst().counts().getFirst()).isEqualTo(1);
    assertThat(table.rows().getLast().counts().get(23)).isEqualTo(1);
    assertThat(table.unknownHour()).isEqualTo(1);
    assertThat(table.n()).isEqualTo(3);
    HourBands bands = HourBands.of(table);
    assertThat(bands.bands()).hasSize(8);
    assertThat(
            bands.bands().stream()
                .flatMap(b -> b.cells().stream())
                .mapToInt(HourBands.Cell::count)
                .sum())
        .isEqualTo(2);
  }

  @Test
  void aDegreeIsAsLongAsTheEllipsoidSays() {
    // 0.01 degree at 41.84 north: 830.6 m of longitude and 1110.7 m of latitude (WGS84).
    Plane plane = Plane.CHICAGO;
    assertThat(plane.x(-87.69) - plane.x(-87.70)).isCloseTo(830.6, within(0.1));
    assertThat(plane.y(41.85) - plane.y(41.84)).isCloseTo(1110.7, within(0.1));
  }

  @Test
  void aCityMayLetAKilledPersonCountMoreThanAnInjuredOne() {
    Town town =
        new Town()
            .incident(DAY, 37, "A", 1, 0)
            .incident(DAY, 37, "A", 1, 0)
            .incident(DAY, 37, "B", 0, 1)
            .incident(DAY, 37, "B", 0, 1);
    BlockScoreRule rule = new BlockScoreRule(2, 0.5, 0.2, 30, 90, 2);
    List<ScoredBlock> blocks = town.profile(DAY, Town.area(37), rule).blocks();
    assertThat(blocks).extracting(ScoredBlock::block).containsExactly("A", "B");
    assertThat(blocks).extracting(ScoredBlock::raw).containsExactly(4.0, 1.0);
    assertThat(town.profile(DAY, Town.area(37), rule).scoring()).isEqualTo(rule);
  }

  @Test
  void m7ShotsOfWhichNobodyIsKnownToBeHitCountAFifth() {
    Town town =
        new Town()
            .incident(DAY, 37, "A", 0, 1)
            .shots(DAY.minusDays(90), 37, "A")
            .shots(DAY, 37, "B")
            .shots(DAY, 37, "B")
            .shots(DAY.minusDays(365), 37, "C");
    Profile profile = town.profile(DAY, Town.area(37));
    assertThat(profile.blocks()).extracting(ScoredBlock::block).containsExactly("A", "B");
    assertThat(profile.blocks()).extracting(ScoredBlock::raw).containsExactly(1.1, 0.4);
    assertThat(profile.blocks().getFirst().parts())
        .extracting(ScoredBlock.Part::weight)
        .containsExactly(1.0, 0.2);
    assertThat(profile.numbers().week().all().count()).as("people harmed").isEqualTo(1);
    assertThat(profile.windows()).as("near-repeat windows follow people shot").hasSize(1);
  }

  @Test
  void aWeightOfZeroLeavesShotsOutOfTheNumberOfIncidentsToo() {
    Town town = new Town().incident(DAY, 37, "A", 0, 1).shots(DAY, 37, "A").shots(DAY, 37, "B");
    BlockScoreRule without = new BlockScoreRule(1, 1, 0, 90, 365, 2);
    assertThat(town.profile(DAY, Town.area(37), without).blocksListed()).isZero();
  }
}

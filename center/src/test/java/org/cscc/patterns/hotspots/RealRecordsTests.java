package org.cscc.patterns.hotspots;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.home.CenterTest;
import org.cscc.home.SharedData;
import org.cscc.incidents.ImportOptions;
import org.cscc.incidents.ImportOutcome;
import org.cscc.incidents.Imports;
import org.cscc.incidents.Incidents;
import org.cscc.places.Boundaries;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The whole city with the City's own records of homicides and shootings, when they are there. */
@CenterTest
@TestPropertySource(properties = "cscc.test-home=real-hot-spots") // a database of its own
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealRecordsTests {
  @Autowired Imports imports;
  @Autowired Recomputation recomputation;
  @Autowired Computations computations;
  @Autowired HotSpotStore store;
  @Autowired Incidents incidents;
  @Autowired Boundaries boundaries;
  @Autowired Access access;

  @BeforeAll
  void theRecordsComeIn(@TempDir Path directory) throws IOException {
    bringIn(directory, "chicago-homicides-2001-2018.csv.gz");
    bringIn(directory, "chicago-handgun-shootings.csv.gz");
  }

  private void bringIn(Path directory, String name) throws IOException {
    Path file = directory.resolve(name.replace(".gz", ""));
    try (InputStream packed = new GZIPInputStream(Files.newInputStream(SharedData.file(name)))) {
      Files.copy(packed, file, StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(imports.apply(file, ImportOptions.feed("test")))
        .isInstanceOf(ImportOutcome.Applied.class);
  }

  @Test
  void theWholeCityIsComputedInThirtySecondsAndOnlyOnce() {
    long start = System.nanoTime();
    boolean first = recomputation.ifThereIsSomethingNew();
    long seconds = (System.nanoTime() - start) / 1_000_000_000;
    if (first) {
      assertThat(seconds).isLessThan(30);
    }
    assertThat(recomputation.ifThereIsSomethingNew()).isFalse();
    Findings findings = computations.newest().orElseThrow().findings();
    assertThat(findings.incidents()).isBetween(2_500, 3_000);
    assertThat(store.all()).hasSizeBetween(10, 100);
  }

  @Test
  void theMapMarksItselfOnWeeksItHadNotSeen() {
    recomputation.ifThereIsSomethingNew();
    Mark mark = requireNonNull(computations.newest().orElseThrow().findings().mark());
    assertThat(mark.weeks()).isEqualTo(26);
    assertThat(mark.map().five().hitRate()).isBetween(0.3, 0.5);
    assertThat(mark.map().one().pai()).isGreaterThan(5);
    // Honest: on these records it is no better than last year's counts, and the page says so.
    assertThat(mark.better()).isFalse();
    assertThat(mark.naive())
        .filteredOn(against -> against.naive() != Mark.Naive.LAST_YEAR)
        .allMatch(against -> against.verdict() == Mark.Verdict.BETTER);
    assertThat(mark.calibration().stream().mapToInt(Mark.Group::observed).sum())
        .isEqualTo(mark.incidents());
  }

  /**
   * Were the week that is judged among what the map is made from, its own incidents would move the
   * ranking, and with it what the groups of places foretell.
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 5, 11, 25})
  void whatTheMapForetellsOfAWeekHangsOnNothingOfThatWeekOrLater(int weeksBack) {
    recomputation.ifThereIsSomethingNew();
    List<Shooting> history =
        Shooting.of(
            incidents.harms(
                access.forSystem(Capability.READ_INCIDENTS),
                LocalDate.of(1900, 1, 1),
                LocalDate.of(2100, 1, 1)));
    Ground ground = Ground.of(boundaries, Settings.USUAL.hexagon());
    Findings findings = computations.newest().orElseThrow().findings();
    int lastDay = (int) findings.weekEnd().toEpochDay() - 7 * weeksBack;
    int weekStart = lastDay - 6;
    // All of the week, and of everything after it, happens elsewhere instead.
    List<Shooting> other =
        history.stream()
            .map(
                s ->
                    s.day() < weekStart
                        ? s
                        : new Shooting(
                            s.id(),
                            s.day(),
                            25,
                            s.block(),
                            -87.765,
                            41.895,
                            s.killed(),
                            s.injured()))
            .toList();
    Mark mark = SelfMark.of(ground, history, lastDay, Settings.USUAL).orElseThrow();
    Mark moved = SelfMark.of(ground, other, lastDay, Settings.USUAL).orElseThrow();
    assertThat(moved.map().five().hits()).isNotEqualTo(mark.map().five().hits());
    assertThat(moved.calibration())
        .extracting(Mark.Group::foretold)
        .isEqualTo(mark.calibration().stream().map(Mark.Group::foretold).toList());
  }
}

package org.cscc.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cscc.incidents.ImportHome.theft;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cscc.home.HomeKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who comes in when: two files at once, and a real file into a demo. */
class ImportTurnTests {
  private static final String EVENING = "03/15/2014 09:20:00 PM";
  private static final int ROWS = 3000;

  @TempDir Path folder;

  @Test
  void twoFilesAtOnceComeToTheSameAsOneAfterTheOther() {
    ImportHome home = ImportHome.fresh();
    Path one = file(0, ROWS);
    Path other = file(ROWS / 2, ROWS / 2 + ROWS);
    List<ImportOutcome.Tally> tallies =
        Stream.of(one, other)
            .map(file -> CompletableFuture.supplyAsync(() -> home.applied(file)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(tallies.stream().mapToLong(ImportOutcome.Tally::added).sum())
        .isEqualTo(ROWS + ROWS / 2);
    assertThat(tallies.stream().mapToLong(ImportOutcome.Tally::unchanged).sum())
        .isEqualTo(ROWS / 2);
    ImportHome after = ImportHome.fresh();
    after.applied(one);
    after.applied(other);
    assertThat(home.known()).isEqualTo(after.known());
  }

  @Test
  void import10ADemoHomeTakesNoRealFileUntilToldToReplaceIt() {
    ImportHome home = ImportHome.fresh();
    assertThat(home.bring(file(0, 5), HomeKind.DEMO, false))
        .isInstanceOf(ImportOutcome.Applied.class);
    Path real = file(10, 12);
    assertThat(home.bring(real))
        .isInstanceOfSatisfying(
            ImportOutcome.Refused.class,
            refused -> assertThat(refused.rule()).isEqualTo("R-IMP-10"));
    assertThat(home.known()).hasSize(5);
    assertThat(home.bring(real, HomeKind.REAL, true)).isInstanceOf(ImportOutcome.Applied.class);
    assertThat(home.known()).hasSize(2).allMatch(row -> row.contains("HX1"));
    assertThat(home.state().kind()).isEqualTo(HomeKind.REAL);
    assertThat(home.bring(file(0, 5), HomeKind.DEMO, false))
        .isInstanceOfSatisfying(
            ImportOutcome.Refused.class,
            refused -> assertThat(refused.rule()).isEqualTo("R-IMP-11"));
  }

  private Path file(int from, int to) {
    return ImportHome.file(
        folder, IntStream.range(from, to).mapToObj(i -> theft(i, "HX" + i, EVENING)).toList());
  }
}

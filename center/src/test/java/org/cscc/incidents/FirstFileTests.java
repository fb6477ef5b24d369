package org.cscc.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cscc.incidents.ImportHome.shot;
import static org.cscc.incidents.ImportHome.theft;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first file of a home takes a shorter way; it must come to the same. */
class FirstFileTests {
  private static final String MIDNIGHT = "03/15/2014 12:00:00 AM";
  private static final String EVENING = "03/15/2014 09:20:00 PM";
  private static final List<String> ROWS =
      List.of(
          theft(1, "HX1", MIDNIGHT),
          theft(2, "HX2", EVENING),
          theft(3, "HX3", EVENING),
          theft(4, "HX3", EVENING),
          theft(5, "HX5", EVENING),
          theft(5, "HX5", EVENING),
          theft(6, "HX6", EVENING),
          shot(7, "HX6", "041A", EVENING),
          shot(8, "HX8", "0110", EVENING),
          theft(9, "HX8", EVENING),
          shot(10, "HX8", "0110", EVENING),
          theft(11, "", EVENING),
          theft(12, "HX1", EVENING),
          theft(2, "HX2", MIDNIGHT));

  @TempDir Path folder;

  @Test
  void aFirstFileComesToTheSameAsTheSameFileIntoAHomeThatHoldsSomething() {
    ImportHome empty = ImportHome.fresh();
    ImportHome used = ImportHome.fresh();
    used.applied(file(List.of(theft(99, "ZZ99", EVENING))));
    ImportOutcome.Tally first = empty.applied(file(ROWS));
    ImportOutcome.Tally later = used.applied(file(ROWS));
    assertThat(first).isEqualTo(later);
    assertThat(first.added() + first.updated() + first.unchanged()).isEqualTo(first.accepted());
    used.jdbc().sql("delete from incidents.incident where ref = 'ZZ99'").update();
    assertThat(empty.known()).isEqualTo(used.known()).isNotEmpty();
  }

  @Test
  void aFirstFileASecondTimeChangesNothing() {
    ImportHome home = ImportHome.fresh();
    List<String> rows = ROWS.subList(0, ROWS.size() - 1);
    home.applied(file(rows));
    List<String> known = home.known();
    ImportOutcome.Tally again = home.applied(file(rows));
    assertThat(again.unchanged()).isEqualTo(again.accepted()).isEqualTo(rows.size());
    assertThat(home.known()).isEqualTo(known);
  }

  @Test
  void aFirstFileThatLostTheTimeOfDaySaysSo() {
    ImportHome home = ImportHome.fresh();
    home.applied(file(IntStream.range(0, 30).mapToObj(i -> theft(i, "HX" + i, MIDNIGHT)).toList()));
    assertThat(
            home.jdbc()
                .sql("select distinct occurred_precision from incidents.incident")
                .query(String.class)
                .list())
        .containsExactly("DAY");
  }

  @Test
  void aFirstFileThatBreaksLeavesNothing() {
    ImportHome home = ImportHome.fresh();
    List<String> rows = new ArrayList<>();
    IntStream.range(0, 5000).forEach(i -> rows.add(theft(i, "HX" + i, EVENING)));
    rows.add("5001,\"HX5001");
    assertThat(home.bring(file(rows))).isInstanceOf(ImportOutcome.Quarantined.class);
    assertThat(home.known()).isEmpty();
  }

  private Path file(List<String> rows) {
    return ImportHome.file(folder, rows);
  }
}

package org.cscc.blitz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The arithmetic of a report: before, done, after, and what was promised. */
class BlitzReportTests {
  private static final Instant AS_OF = Instant.parse("2026-11-24T14:00:00Z");
  private static final Map<String, String> DOERS =
      Map.of("POTHOLE", "CDOT", "GRAFFITI_REMOVAL", "DSS", "TREE_TRIM", "DSS");

  /**
   * Findings as block, type, found and left; what was done as block, type, department and number;
   * then what comes out: found, done, left, so many fixed of so many, in percent, and how many
   * promised findings are not done. Transportation comes, Streets and Sanitation said no.
   */
  private static final String TABLE =
      """
      nothing found                  |                                       |                     | 0 0 0  | 0/0 -    | 0
      all fixed, too few to say      | A POTHOLE 3 0, B POTHOLE 1 0          | A POTHOLE CDOT 3    | 4 3 0  | 2/2 -    | 0
      one left                       | A POTHOLE 3 1                         | A POTHOLE CDOT 2    | 3 2 1  | 0/1 -    | 1
      left, but nobody promised it   | A GRAFFITI_REMOVAL 3 3                |                     | 3 0 3  | 0/1 -    | 0
      not looked at is still there   | A POTHOLE 3 ?                         | A POTHOLE CDOT 3    | 3 3 3  | 0/1 -    | 1
      done without having been found |                                       | A POTHOLE CDOT 2    | 0 2 0  | 0/0 -    | 0
      a zero is no line              | A POTHOLE 2 0                         | B POTHOLE CDOT 0    | 2 0 0  | 1/1 -    | 0
      two departments did it         | A POTHOLE 5 0                         | A POTHOLE CDOT 3, A POTHOLE DSS 2 | 5 5 0 | 1/1 - | 0
      worse than before              | A POTHOLE 2 6                         | A POTHOLE CDOT 1    | 2 1 6  | 0/1 -    | 1
      four of five                   | A POTHOLE 1 0, A GRAFFITI_REMOVAL 1 0, A TREE_TRIM 1 0, B POTHOLE 1 0, B TREE_TRIM 2 1 | | 6 0 1 | 4/5 80 | 0
      """;

  @TestFactory
  Stream<DynamicTest> counts() {
    return TABLE
        .lines()
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
        .map(cell -> DynamicTest.dynamicTest(cell.getFirst(), () -> check(cell)));
  }

  private static void check(List<String> cell) {
    BlitzReport report = report(cell.get(1), cell.get(2));
    BlitzReport.Sum all = report.all();
    assertThat(all.found() + " " + all.done() + " " + all.left()).isEqualTo(cell.get(3));
    assertThat(
            all.fixed().of()
                + "/"
                + all.fixed().n()
                + " "
                + (all.fixed().percent() == null ? "-" : all.fixed().percent()))
        .isEqualTo(cell.get(4));
    assertThat(report.owed()).hasSize(Integer.parseInt(cell.get(5)));
    for (List<BlitzReport.Sum> sums : List.of(report.byBlock(), report.byType())) {
      assertThat(sums.stream().mapToInt(BlitzReport.Sum::found).sum()).isEqualTo(all.found());
      assertThat(sums.stream().mapToInt(BlitzReport.Sum::done).sum()).isEqualTo(all.done());
      assertThat(sums.stream().mapToInt(BlitzReport.Sum::left).sum()).isEqualTo(all.left());
      assertThat(sums.stream().mapToInt(sum -> sum.fixed().n()).sum()).isEqualTo(all.fixed().n());
    }
  }

  @Test
  void eachDepartmentStandsWithWhatItAnsweredAndDid() {
    BlitzReport report =
        report("A POTHOLE 3 1, B POTHOLE 2 0, A GRAFFITI_REMOVAL 4 4", "A POTHOLE CDOT 2");
    assertThat(report.departments())
        .containsExactly(
            new BlitzReport.Side("CDOT", Part.State.YES, LocalDate.of(2026, 11, 20), null, 2, 2, 1),
            new BlitzReport.Side("DSS", Part.State.NO, null, "NO_CAPACITY", 0, 0, 0));
    assertThat(report.toString()).as("no code of a crew").doesNotContain("WO 4711");
  }

  private static BlitzReport report(String findings, String work) {
    return BlitzReport.of(
        blitz(),
        rows(findings).stream().map(BlitzReportTests::finding).toList(),
        rows(work).stream()
            .map(cell -> new Work(cell[0], cell[1], cell[2], Integer.parseInt(cell[3]), "x"))
            .toList(),
        DOERS,
        Map.of("VERIFIED", 1),
        AS_OF,
        5);
  }

  private static List<String[]> rows(String written) {
    List<String[]> rows = new ArrayList<>();
    for (String row : written.split(",", -1)) {
      if (!row.isBlank()) {
        rows.add(row.strip().split(" ", -1));
      }
    }
    return rows;
  }

  private static Finding finding(String[] cell) {
    boolean seen = !cell[3].equals("?");
    int left = seen ? Integer.parseInt(cell[3]) : 0;
    return new Finding(
        UUID.randomUUID(),
        cell[0],
        cell[1],
        Integer.parseInt(cell[2]),
        "",
        null,
        !seen ? null : left == 0 ? Verdict.FIXED : Verdict.NOT_FIXED,
        seen ? left : null,
        null);
  }

  private static Blitz blitz() {
    return new Blitz(
        UUID.randomUUID(),
        "7KQ2-M4XD",
        25,
        ReasonCode.RESIDENTS,
        "",
        LocalDate.of(2026, 11, 20),
        LocalDate.of(2026, 11, 21),
        List.of("A", "B"),
        List.of(),
        List.of("POTHOLE", "GRAFFITI_REMOVAL", "TREE_TRIM"),
        List.of(
            new Part("CDOT", Part.State.YES, LocalDate.of(2026, 11, 20), "WO 4711", null),
            new Part("DSS", Part.State.NO, null, null, "NO_CAPACITY")),
        BlitzState.REWALKED,
        null,
        3,
        "somebody",
        "MOCS",
        AS_OF.atOffset(ZoneOffset.UTC),
        9);
  }
}

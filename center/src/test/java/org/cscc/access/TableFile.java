package org.cscc.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The lines of {@code home/tables.txt}, read by the tests once more by themselves. */
final class TableFile {
  private TableFile() {}

  record Line(
      String table, String tier, List<String> reads, List<String> writes, List<String> operations) {
    /**
     * Whether a request does this to rows of the table: {@code add}, {@code change}, {@code
     * remove}.
     */
    boolean grants(String operation) {
      return operations.contains(operation);
    }
  }

  static List<Line> lines() {
    try (var in = TableFile.class.getResourceAsStream("/home/tables.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
          .map(TableFile::line)
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Line line(List<String> cells) {
    if (cells.size() != 5) {
      throw new AssertionError(
          cells.getFirst()
              + " has "
              + cells.size()
              + " cells of five; the fifth says what a request does to its rows");
    }
    return new Line(
        cells.get(0),
        cells.get(1),
        conditions(cells.get(2)),
        conditions(cells.get(3)),
        cells.get(4).equals("-") ? List.of() : List.of(cells.get(4).split(" +", -1)));
  }

  private static List<String> conditions(String cell) {
    return cell.equals("-")
        ? List.of()
        : Arrays.stream(cell.split(",", -1)).map(String::strip).toList();
  }
}

package org.cscc.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The lines of {@code home/tables.txt}, read by the tests once more by themselves. */
final class TableFile {
  private TableFile() {}

  record Line(String table, String tier, List<String> reads, List<String> writes) {}

  static List<Line> lines() {
    try (var in = TableFile.class.getResourceAsStream("/home/tables.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
          .map(c -> new Line(c.get(0), c.get(1), conditions(c.get(2)), conditions(c.get(3))))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> conditions(String cell) {
    return cell.equals("-")
        ? List.of()
        : Arrays.stream(cell.split(",", -1)).map(String::strip).toList();
  }
}

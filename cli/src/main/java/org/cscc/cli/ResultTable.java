package org.cscc.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Named columns of equal length, written as CSV, JSON rows or text. */
final class ResultTable {
  private final Map<String, List<Object>> columns = new LinkedHashMap<>();
  private final int rows;

  ResultTable(int rows) {
    this.rows = rows;
  }

  ResultTable with(String name, double[] values) {
    return with(name, i -> values[i]);
  }

  ResultTable with(String name, int[] values) {
    return with(name, i -> values[i]);
  }

  ResultTable with(String name, List<?> values) {
    return with(name, values::get);
  }

  ResultTable with(String name, IntFunction<?> value) {
    List<Object> column = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      column.add(value.apply(i));
    }
    columns.put(name, column);
    return this;
  }

  int rows() {
    return rows;
  }

  List<String> names() {
    return List.copyOf(columns.keySet());
  }

  List<String> row(int i) {
    return columns.values().stream().map(column -> text(column.get(i))).toList();
  }

  /** One map for each row, for JSON; what is not known is absent. */
  List<Map<String, Object>> records() {
    List<Map<String, Object>> records = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      Map<String, Object> row = new LinkedHashMap<>();
      for (Map.Entry<String, List<Object>> column : columns.entrySet()) {
        Object value = column.getValue().get(i);
        if (!(value instanceof Double d) || Double.isFinite(d)) {
          row.put(column.getKey(), value);
        }
      }
      records.add(row);
    }
    return records;
  }

  void writeCsv(Path file) throws IOException {
    try (CsvWriter writer = CsvWriter.builder().build(file)) {
      writer.writeRecord(names());
      for (int i = 0; i < rows; i++) {
        writer.writeRecord(row(i));
      }
    }
  }

  /** An empty cell where nothing is known; infinity is an open end. */
  static String text(Object value) {
    return switch (value) {
      case Double d when !Double.isFinite(d) -> "";
      case Double d when d == Math.rint(d) && Math.abs(d) < 1e15 -> Long.toString(d.longValue());
      default -> String.valueOf(value);
    };
  }
}

package org.cscc.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Named columns of equal length, written as CSV, JSON rows or text. */
final class ResultTable {
  private final Map<String, List<Object>> columns = new LinkedHashMap<>();
  private final int rows;
  private @Nullable IntFunction<Object> place;

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

  /** A table from its rows. */
  static ResultTable of(List<String> names, List<List<Object>> rows) {
    ResultTable table = new ResultTable(rows.size());
    for (int c = 0; c < names.size(); c++) {
      int column = c;
      table.with(names.get(c), i -> rows.get(i).get(column));
    }
    return table;
  }

  static String yesNo(boolean yes) {
    return yes ? "yes" : "no";
  }

  /** Gives each row a GeoJSON geometry. */
  ResultTable at(IntFunction<Object> geometry) {
    place = geometry;
    return this;
  }

  @Nullable IntFunction<Object> place() {
    return place;
  }

  int rows() {
    return rows;
  }

  List<String> names() {
    return List.copyOf(columns.keySet());
  }

  List<Object> values(int i) {
    return columns.values().stream().map(column -> column.get(i)).toList();
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

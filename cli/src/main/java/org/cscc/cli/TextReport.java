package org.cscc.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A result for reading: six significant digits, columns under each other. */
final class TextReport {
  private final PrintWriter out;

  TextReport(PrintWriter out) {
    this.out = out;
  }

  void print(Report report) {
    var origin = report.provenance();
    out.println(origin.method() + ", version " + origin.version() + ", n = " + origin.n());
    if (!origin.parameters().isEmpty()) {
      out.println("Settings: " + joined(origin.parameters()));
    }
    out.println("Not for:  " + origin.caution().sentence());
    report.values().forEach((key, value) -> out.println(key + ": " + text(value)));
    if (report.table().rows() > 0) {
      out.println();
      table(report.table());
    }
  }

  private void table(ResultTable table) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(table.names());
    for (int i = 0; i < table.rows(); i++) {
      lines.add(table.values(i).stream().map(TextReport::text).toList());
    }
    int[] width = new int[table.names().size()];
    boolean[] number = new boolean[width.length];
    for (List<String> line : lines) {
      for (int c = 0; c < width.length; c++) {
        width[c] = Math.max(width[c], line.get(c).length());
      }
    }
    for (int c = 0; c < width.length; c++) {
      int column = c;
      number[c] =
          java.util.stream.IntStream.range(0, table.rows())
              .allMatch(i -> table.values(i).get(column) instanceof Number);
    }
    for (List<String> line : lines) {
      StringBuilder row = new StringBuilder();
      for (int c = 0; c < width.length; c++) {
        String pad = " ".repeat(width[c] - line.get(c).length());
        row.append(number[c] ? pad + line.get(c) : line.get(c) + pad).append("  ");
      }
      out.println(row.toString().stripTrailing());
    }
  }

  private static String joined(Map<String, String> parameters) {
    List<String> parts = new ArrayList<>();
    parameters.forEach((key, value) -> parts.add(key + " " + value));
    return String.join(", ", parts);
  }

  /** Six significant digits; nothing where nothing is known. */
  static String text(Object value) {
    return switch (value) {
      case Double d when !Double.isFinite(d) -> "";
      case Double d when d == Math.rint(d) && Math.abs(d) < 1e15 -> Long.toString(d.longValue());
      case Double d when Math.abs(d) >= 1e-4 && Math.abs(d) < 1e9 ->
          new java.math.BigDecimal(d)
              .round(new java.math.MathContext(6))
              .stripTrailingZeros()
              .toPlainString();
      case Double d -> String.format(Locale.ROOT, "%.3e", d);
      case List<?> list when list.isEmpty() -> "none";
      default -> String.valueOf(value);
    };
  }
}

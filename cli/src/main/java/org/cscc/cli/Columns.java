package org.cscc.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.IntStream;

/** A CSV file with a header, read whole and asked by column. */
final class Columns {
  private final Path file;
  private final List<NamedCsvRecord> rows;

  private Columns(Path file, List<NamedCsvRecord> rows) {
    this.file = file;
    this.rows = rows;
  }

  static Columns of(Path file) {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
      return new Columns(file, reader.stream().toList());
    } catch (IOException e) {
      throw new Refused("Could not read " + file + ": " + e.getMessage());
    }
  }

  int size() {
    return rows.size();
  }

  boolean has(String column) {
    return !rows.isEmpty() && rows.getFirst().getHeader().contains(column);
  }

  List<String> names() {
    return rows.isEmpty() ? List.of() : rows.getFirst().getHeader();
  }

  List<String> texts(String column) {
    if (!rows.isEmpty() && !has(column)) {
      throw new Refused(file + " has no column " + column + "; it has " + names());
    }
    return rows.stream().map(row -> row.getField(column)).toList();
  }

  /** Numbers; an empty cell is NaN. */
  double[] numbers(String column) {
    List<String> texts = texts(column);
    return IntStream.range(0, texts.size())
        .mapToDouble(i -> number(texts.get(i), column, i))
        .toArray();
  }

  int[] integers(String column) {
    List<String> texts = texts(column);
    return IntStream.range(0, texts.size())
        .map(
            i -> {
              double value = number(texts.get(i), column, i);
              if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
                throw bad(texts.get(i), column, i, "a whole number");
              }
              return (int) value;
            })
        .toArray();
  }

  /** Epoch days of dates written as 2026-11-23 (a time after it is left off). */
  int[] days(String column) {
    List<String> texts = texts(column);
    return IntStream.range(0, texts.size())
        .map(
            i -> {
              String text = texts.get(i).strip();
              try {
                String date = text.length() > 10 ? text.substring(0, 10) : text;
                return Math.toIntExact(LocalDate.parse(date).toEpochDay());
              } catch (DateTimeParseException e) {
                throw bad(text, column, i, "a date like 2026-11-23");
              }
            })
        .toArray();
  }

  private double number(String text, String column, int row) {
    if (text.isBlank() || text.equals("NA")) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw bad(text, column, row, "a number");
    }
  }

  private Refused bad(String text, String column, int row, String wanted) {
    return new Refused(
        file + " row " + (row + 2) + ", column " + column + ": '" + text + "' is not " + wanted);
  }
}

package org.cscc.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A table, read whole and asked by column: a CSV file with a header, or a GeoJSON file. */
final class Columns {
  private final Path file;
  private final List<String> names;
  private final List<List<String>> rows;
  private final IntFunction<String> rowName;
  private final List<Shape> shapes;

  Columns(
      Path file,
      List<String> names,
      List<List<String>> rows,
      IntFunction<String> rowName,
      List<Shape> shapes) {
    this.file = file;
    this.names = names;
    this.rows = rows;
    this.rowName = rowName;
    this.shapes = shapes;
  }

  /** Reads a file; its ending says which kind it is. */
  static Columns of(Path file) {
    String text = read(file);
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".geojson") || name.endsWith(".json")
        ? GeoJsonInput.columns(file, text)
        : csv(file, text);
  }

  /** Reads a file and refuses one without rows. */
  static Columns filled(Path file) {
    Columns columns = of(file);
    if (columns.size() == 0) {
      throw new Refused(file + " has no rows: give it a header line and at least one row below it");
    }
    return columns;
  }

  private static String read(Path file) {
    try {
      String text = Files.readString(file);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new Refused(file + " is not text in UTF-8: save it as CSV (UTF-8) or GeoJSON");
    } catch (NoSuchFileException e) {
      throw new Refused("There is no file " + file + ": check the name and the folder");
    } catch (IOException e) {
      throw new Refused("Could not read " + file + ": " + e.getMessage());
    }
  }

  private static Columns csv(Path file, String text) {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().allowUnclosedQuote(false).ofNamedCsvRecord(text)) {
      List<NamedCsvRecord> records = reader.stream().toList();
      for (NamedCsvRecord row : records) {
        if (row.getFieldCount() != row.getHeader().size()) {
          throw new Refused(
              "%s row %d has %d fields, the header has %d: quote commas or fill the row"
                  .formatted(
                      file,
                      row.getStartingLineNumber(),
                      row.getFieldCount(),
                      row.getHeader().size()));
        }
      }
      return new Columns(
          file,
          records.isEmpty() ? List.of() : records.getFirst().getHeader(),
          records.stream().map(NamedCsvRecord::getFields).toList(),
          i -> "row " + records.get(i).getStartingLineNumber(),
          List.of());
    } catch (CsvParseException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new Refused(file + " is not a CSV file with one header line: " + cause.getMessage(), e);
    } catch (IOException e) {
      throw new Refused("Could not read " + file + ": " + e.getMessage(), e);
    }
  }

  int size() {
    return rows.size();
  }

  boolean has(String column) {
    return names.contains(column);
  }

  List<String> names() {
    return names;
  }

  /** The shapes of a GeoJSON file, one for each row; empty for CSV. */
  List<Shape> shapes() {
    return shapes;
  }

  List<String> texts(String column) {
    int at = names.indexOf(column);
    if (at < 0 && !rows.isEmpty()) {
      throw new Refused(
          file + " has no column '" + column + "'. It has " + names + ": rename one or name it");
    }
    return rows.stream().map(row -> row.get(at)).toList();
  }

  /** Texts that differ, to tell rows by. */
  List<String> ids(String column) {
    List<String> ids = texts(column);
    java.util.Map<String, Integer> seen = new java.util.HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      Integer before = seen.put(ids.get(i), i);
      if (before != null) {
        throw new Refused(
            at(column, i)
                + ": '"
                + ids.get(i)
                + "' is already the id of "
                + rowName.apply(before)
                + ": give each row its own");
      }
    }
    return ids;
  }

  /** The column where there is one, else 1, 2, 3. */
  List<String> idsOrNumbers(String column) {
    return has(column)
        ? ids(column)
        : IntStream.rangeClosed(1, size()).mapToObj(Integer::toString).toList();
  }

  /** Numbers; an empty cell is NaN. */
  double[] numbers(String column) {
    List<String> texts = texts(column);
    return IntStream.range(0, texts.size())
        .mapToDouble(i -> number(texts.get(i), column, i))
        .toArray();
  }

  /** Numbers; an empty cell is refused. */
  double[] known(String column) {
    double[] values = numbers(column);
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new Refused(at(column, i) + " is empty: fill it or take the row out");
      }
    }
    return values;
  }

  /** Numbers of at least zero. */
  double[] amounts(String column) {
    double[] values = known(column);
    for (int i = 0; i < values.length; i++) {
      if (values[i] < 0) {
        throw bad(texts(column).get(i), column, i, "zero or more");
      }
    }
    return values;
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

  /** Whole numbers of at least zero. */
  int[] counts(String column) {
    int[] values = integers(column);
    for (int i = 0; i < values.length; i++) {
      if (values[i] < 0) {
        throw bad(texts(column).get(i), column, i, "zero or more");
      }
    }
    return values;
  }

  /** Yes for 1, true or yes; no for 0, false, no or an empty cell. */
  boolean[] marks(String column) {
    List<String> texts = texts(column);
    boolean[] marks = new boolean[texts.size()];
    for (int i = 0; i < marks.length; i++) {
      marks[i] =
          switch (texts.get(i).strip().toLowerCase(Locale.ROOT)) {
            case "1", "true", "yes" -> true;
            case "0", "false", "no", "" -> false;
            default -> throw bad(texts.get(i), column, i, "1 or 0");
          };
    }
    return marks;
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
      double value = Double.parseDouble(text.strip());
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw bad(text, column, row, "a number");
    }
    throw bad(text, column, row, "a number");
  }

  /** A place in the file, for messages. */
  String at(String column, int row) {
    return file + " " + rowName.apply(row) + ", column " + column;
  }

  private Refused bad(String text, String column, int row, String wanted) {
    return new Refused(at(column, row) + ": '" + text + "' is not " + wanted + ": correct it");
  }
}

package org.cscc.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One folder of expected numbers made by a named reference program. Found among this module's
 * fixtures, or in a {@code shared/reference} directory beside or above the project; where neither
 * holds the case, the test is skipped with a line that says so.
 */
public record ReferenceCase(String name, Path folder) {

  /** Finds a case or skips the test. */
  public static ReferenceCase named(String name) {
    Path fixture = Path.of("src/test/resources/reference", name);
    if (Files.isDirectory(fixture)) {
      return new ReferenceCase(name, fixture);
    }
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      Path folder = up.resolve("shared/reference").resolve(name);
      if (Files.isDirectory(folder)) {
        return new ReferenceCase(name, folder);
      }
    }
    Assumptions.abort("reference case " + name + " is not on this machine: not checked");
    throw new AssertionError();
  }

  /** Rows of a CSV file of the case. */
  public List<NamedCsvRecord> rows(String file) {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve(file))) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One column as numbers; an empty cell is NaN. */
  public double[] numbers(String file, String column) {
    return rows(file).stream().mapToDouble(row -> number(row.getField(column))).toArray();
  }

  /** One column as whole numbers. */
  public int[] integers(String file, String column) {
    return rows(file).stream()
        .mapToInt(row -> (int) Double.parseDouble(row.getField(column)))
        .toArray();
  }

  /** A JSON file of the case. */
  public JsonNode json(String file) {
    try {
      return JsonMapper.shared().readTree(Files.readString(folder.resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A JSON list of numbers; one bare value is a list of one. */
  public static List<Integer> integers(JsonNode node) {
    List<Integer> values = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(value -> values.add(value.asInt()));
    } else {
      values.add(node.asInt());
    }
    return values;
  }

  /** Reads a number of a CSV cell. */
  public static double number(String text) {
    return text.isEmpty() || text.equals("NA") ? Double.NaN : Double.parseDouble(text);
  }

  /** Fails with case, quantity, expected and got unless they agree to a relative tolerance. */
  public void agree(String quantity, double expected, double got, double relative) {
    within(quantity, expected, got, relative * Math.max(1e-12, Math.abs(expected)));
  }

  /** Fails with case, quantity, expected and got unless they agree to an absolute tolerance. */
  public void within(String quantity, double expected, double got, double absolute) {
    note(quantity, expected, got, absolute);
    if (Double.isNaN(expected) && Double.isNaN(got)) {
      return;
    }
    assertThat(Math.abs(expected - got) <= absolute || expected == got)
        .as("%s: %s: expected %s, got %s", name, quantity, expected, got)
        .isTrue();
  }

  /** Appends a line to the file that CSCC_CASES names: what analysis/CASES.md is made from. */
  private void note(String quantity, double expected, double got, double absolute) {
    String file = System.getenv("CSCC_CASES");
    if (file != null) {
      String line =
          String.join(
              ",",
              name,
              quantity,
              Double.toString(expected),
              Double.toString(got),
              absolute + "\n");
      try {
        Files.writeString(
            Path.of(file), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public String toString() {
    return name;
  }
}

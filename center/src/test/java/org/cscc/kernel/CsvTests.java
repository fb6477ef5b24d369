package org.cscc.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that a spreadsheet opens without running anything in them. */
class CsvTests {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "\u00a0=1",
        "\uff1d1+1",
        "=HYPERLINK(\"http://evil.example\",\"x\")",
        "-1-cmd"
      })
  void aCellNeverBeginsAFormula(String text) {
    String calm = Csv.calm(text);
    assertThat(calm).isEqualTo("'" + text);
    assertThat(read(Csv.line("a", text, "b"))).containsExactly("a", calm, "b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-87.6", "41", "-3", "1e-05", "045XX S WENTWORTH AVE", "O'Hare", ""})
  void numbersAndWordsStayAsTheyAre(String text) {
    assertThat(Csv.calm(text)).isEqualTo(text);
  }

  @Test
  void quotesCommasAndLineEndsComeBackAsTheyWere() {
    for (String text : List.of("a,b", "say \"no\"", "two\r\nlines", "one\rline", "a;b")) {
      assertThat(read(Csv.line(text, null, 7))).containsExactly(text, "", "7");
    }
  }

  /** A file that writes its own lines would be without the guard. */
  @Test
  void everyFileOfTheCenterIsWrittenThroughIt() throws IOException {
    try (var files = Files.walk(Path.of("src", "main", "java"))) {
      List<Path> without =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> text(file).contains("\"csv\"") || text(file).contains("text/csv"))
              .filter(file -> !text(file).contains("Csv.") && !text(file).contains("File.of("))
              .toList();
      assertThat(without).isEmpty();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> read(String line) {
    return CsvReader.builder().ofCsvRecord(line).stream().findFirst().orElseThrow().getFields();
  }
}

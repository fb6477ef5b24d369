package org.cscc.incidents.feed;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.Reader;
import java.util.List;

/** Reads the first line alone, character by character, so that the rows behind it are untouched. */
final class HeaderLine {
  private static final int LONGEST = 20_000;

  private HeaderLine() {}

  static List<String> read(Reader text, char delimiter) throws IOException, FileRefused {
    StringBuilder line = new StringBuilder();
    int c = text.read();
    while (c >= 0 && c != '\n') {
      if (line.length() > LONGEST) {
        throw new FileRefused(Rule.NO_HEADER);
      }
      line.append((char) c);
      c = text.read();
    }
    if (line.toString().isBlank()) {
      throw new FileRefused(c < 0 ? Rule.EMPTY : Rule.NO_HEADER);
    }
    try (CsvReader<de.siegmar.fastcsv.reader.CsvRecord> cells =
        CsvReader.builder().fieldSeparator(delimiter).ofCsvRecord(line.toString())) {
      return cells.stream().findFirst().orElseThrow().getFields().stream()
          .map(String::strip)
          .toList();
    } catch (CsvParseException e) {
      throw new FileRefused(Rule.NO_HEADER);
    }
  }
}

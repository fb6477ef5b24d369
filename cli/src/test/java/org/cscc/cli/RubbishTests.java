package org.cscc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that no method can answer: the message names file, row, column and what to do. */
class RubbishTests {
  @TempDir Path folder;

  @Test
  void aFileThatIsNotThere() {
    assertRefused(CommandRun.of("concentration", "nowhere.csv"), "nowhere.csv", "check the name");
  }

  @Test
  void aFileWithoutRows() throws IOException {
    assertRefused(concentration(""), "has no rows", "header");
    assertRefused(concentration("id,value\n"), "has no rows", "header");
  }

  @Test
  void aWordWhereANumberBelongsIsNamedWithItsRow() throws IOException {
    assertRefused(
        concentration("id,value\na,3\nb,many\n"), "row 3, column value", "'many'", "correct it");
  }

  @Test
  void anEmptyCellANegativeCountAndAFractionAreNamedWithTheirRow() throws IOException {
    assertRefused(concentration("id,value\na,3\nb,-1\n"), "row 3, column value", "zero or more");
    assertRefused(concentration("id,value\na,3\nb,1.5\n"), "row 3, column value", "whole number");
    String file = "id,x,y,value\na,0,0,1\nb,5,5,\nc,9,9,2\n";
    assertRefused(run("gi-star", file, "--within", "20"), "row 3, column value", "is empty");
    assertRefused(
        run("gi-star", file.replace("5,5,", "5,5,NaN"), "--within", "20"), "row 3", "not a number");
  }

  @Test
  void aQuotedLineBreakDoesNotShiftTheRowThatIsNamed() throws IOException {
    assertRefused(concentration("id,value\n\"a\nb\",3\nc,?\n"), "row 4, column value");
  }

  @Test
  void aMissingColumnIsNamedBesideTheOnesThatAreThere() throws IOException {
    assertRefused(concentration("id,count\na,3\n"), "no column 'value'", "[id, count]");
  }

  @Test
  void rowsOfUnequalLengthAndTwoColumnsOfOneNameAreRefused() throws IOException {
    assertRefused(concentration("id,value\na,3,9\n"), "row 2 has 3 fields", "header has 2");
    assertRefused(concentration("id,value\na\n"), "row 2 has 1 fields", "fill the row");
    assertRefused(concentration("value,value\n1,2\n"), "not a CSV file");
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws IOException {
    Path file = folder.resolve("picture.csv");
    Files.write(file, new byte[] {(byte) 0xFF, (byte) 0xD8, 0, 1, (byte) 0x80});
    assertRefused(CommandRun.of("concentration", file.toString()), "picture.csv", "UTF-8");
  }

  @Test
  void anIdGivenTwiceNamesBothRows() throws IOException {
    String file = "id,x,y,value\na,0,0,1\na,5,5,2\nc,9,9,2\n";
    assertRefused(run("gi-star", file, "--within", "20"), "row 3, column id", "row 2", "its own");
  }

  @Test
  void neighboursMustBeSaidAndMustExist() throws IOException {
    String file = "id,x,y,value\na,0,0,1\nb,5,5,2\nc,9,9,2\n";
    assertRefused(run("gi-star", file), "--within", "--nearest");
    Path edges = folder.resolve("edges.csv");
    Files.writeString(edges, "from,to\na,z\n");
    assertRefused(
        run("gi-star", file, "--neighbours", edges.toString()), "row 2, column to", "'z'");
  }

  @Test
  void valuesThatAreAllEqualAreRefusedByName() throws IOException {
    String file = "id,x,y,value\na,0,0,2\nb,5,5,2\nc,9,9,2\nd,1,1,2\n";
    assertRefused(run("gi-star", file, "--within", "20"), "NO_VARIATION");
  }

  @Test
  void aDateOfAnotherKindIsNamedWithItsRow() throws IOException {
    assertRefused(
        run("near-repeat", "id,date,x,y\na,11/23/2026,1,1\n"),
        "row 2, column date",
        "date like 2026-11-23");
  }

  @Test
  void jsonThatIsNoGeoJsonIsRefused() throws IOException {
    assertRefused(json("{\"a\": 1}"), "FeatureCollection");
    assertRefused(json("{"), "not JSON");
    assertRefused(
        json("{\"features\":[{\"properties\":{\"value\":1},\"geometry\":null}]}"),
        "feature 1",
        "Point");
  }

  @Test
  void anUnknownMethodAndAMissingOptionAreUsageErrors() {
    assertThat(CommandRun.of("horoscope").code()).isEqualTo(2);
    assertThat(CommandRun.of().code()).isEqualTo(2);
    assertThat(CommandRun.of("apportion", "cli/examples/areas.csv").code()).isEqualTo(2);
    assertThat(CommandRun.of("apportion", "cli/examples/areas.csv").err()).contains("--units");
  }

  @Test
  void aRunWithACSVSignOfByteOrderReadsItsFirstColumn() throws IOException {
    Path file = folder.resolve("excel.csv");
    Files.write(file, "\uFEFFvalue,id\r\n3,a\r\n9,b\r\n".getBytes(StandardCharsets.UTF_8));
    assertThat(CommandRun.of("concentration", file.toString()).out()).contains("events: 12");
  }

  private CommandRun concentration(String text) throws IOException {
    return run("concentration", text);
  }

  private CommandRun json(String text) throws IOException {
    Path file = folder.resolve("places.geojson");
    Files.writeString(file, text);
    return CommandRun.of("concentration", file.toString());
  }

  private CommandRun run(String method, String text, String... options) throws IOException {
    Path file = folder.resolve("own.csv");
    Files.writeString(file, text);
    String[] arguments = new String[options.length + 2];
    arguments[0] = method;
    arguments[1] = file.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    return CommandRun.of(arguments);
  }

  private static void assertRefused(CommandRun run, String... words) {
    assertThat(run.err()).contains(words);
    assertThat(run.code()).isEqualTo(Analyze.REFUSED);
    assertThat(run.out()).isEmpty();
  }
}

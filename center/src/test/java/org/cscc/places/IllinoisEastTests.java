package org.cscc.places;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import org.cscc.drawing.Position;
import org.cscc.home.SharedData;
import org.junit.jupiter.api.Test;

class IllinoisEastTests {
  /** Feet of the file are whole numbers, so that half a foot each way is rounding. */
  private static final double ROUNDING_METRES = 0.23;

  @Test
  void theOriginOfTheZoneIsWhereItsDefinitionSays() {
    Position origin = IllinoisEast.fromMetres(300_000, 0);
    assertThat(origin.lon())
        .isCloseTo(-(88 + 20 / 60.0), org.assertj.core.data.Offset.offset(1e-9));
    assertThat(origin.lat()).isCloseTo(36 + 40 / 60.0, org.assertj.core.data.Offset.offset(1e-9));
  }

  @Test
  void feetAndMetresOfOnePointAreOnePoint() {
    Position metres =
        IllinoisEast.fromMetres(1_175_672 * IllinoisEast.FOOT, 1_840_435 * IllinoisEast.FOOT);
    Position feet = IllinoisEast.fromFeet(1_175_672, 1_840_435);
    assertThat(feet).isEqualTo(metres);
  }

  @Test
  void everyPointOfTheCitysOwnFileComesOutWhereTheCitySays() throws Exception {
    double worst = 0;
    int points = 0;
    try (var in =
            new InputStreamReader(
                new GZIPInputStream(
                    Files.newInputStream(SharedData.file("chicago-homicides-2001-2018.csv.gz"))),
                StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in)) {
      for (NamedCsvRecord row : rows) {
        String x = row.getField("X Coordinate");
        if (x.isBlank() || x.equals("0")) {
          continue;
        }
        Position point =
            IllinoisEast.fromFeet(
                Double.parseDouble(x), Double.parseDouble(row.getField("Y Coordinate")));
        double north = (point.lat() - Double.parseDouble(row.getField("Latitude"))) * 111_195;
        double east =
            (point.lon() - Double.parseDouble(row.getField("Longitude")))
                * 111_195
                * Math.cos(Math.toRadians(point.lat()));
        worst = Math.max(worst, Math.hypot(north, east));
        points++;
      }
    }
    assertThat(points).isEqualTo(9_265 - 3 - 53);
    assertThat(worst).isLessThan(ROUNDING_METRES);
  }
}

package org.cscc.patterns.hotspots;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.cscc.incidents.ImportOptions;
import org.cscc.incidents.ImportOutcome;
import org.cscc.incidents.Imports;
import org.cscc.kernel.ReviewWeek;
import org.cscc.patterns.CrimesFile;

/** Clusters of shootings, a kilometre apart, in and around North Lawndale, up to yesterday. */
final class Clusters {
  private static final double LAT = 1 / 111_000.0;
  private static final double LON = 1 / 83_000.0;
  private static final int[][] AROUND = {
    {0, 0}, {300, 0}, {-300, 0}, {150, 260}, {-150, 260}, {150, -260}, {-150, -260}
  };

  private final CrimesFile file = new CrimesFile();

  /** Two shootings in each of seven hexagons or so. */
  Clusters cluster(double lat, double lon, int area) {
    for (int i = 0; i < 2 * AROUND.length; i++) {
      int[] place = AROUND[i / 2];
      file.shooting(
          LocalDate.now(ReviewWeek.CHICAGO).minusDays(2 + 20L * i) + "T21:15",
          "0" + (10 + i / 2) + "XX S PULASKI RD",
          area,
          lat + place[1] * LAT,
          lon + place[0] * LON);
    }
    return this;
  }

  /** Sixteen clusters on the West Side among single shootings, and arrests that count nowhere. */
  static Clusters sixteen() {
    Clusters clusters = new Clusters().scattered(120).arrests(41.90, -87.70, 200);
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < 4; column++) {
        clusters.cluster(41.842 + row * 0.012, -87.742 + column * 0.017, 29);
      }
    }
    return clusters;
  }

  /** Single shootings all over the city, so that there is a mean to be held against. */
  Clusters scattered(int n) {
    for (int i = 0; i < n; i++) {
      int column = i / 20;
      file.shooting(
          LocalDate.now(ReviewWeek.CHICAGO).minusDays(1 + i % 360) + "T01:15",
          (10 + i) + "XX W 63RD ST",
          66,
          41.70 + (i % 20) * 0.014,
          -87.75 + column * 0.012);
    }
    return this;
  }

  /** Police activity in one place, which must change nothing. */
  Clusters arrests(double lat, double lon, int n) {
    for (int i = 0; i < n; i++) {
      file.narcotics(
          LocalDate.now(ReviewWeek.CHICAGO).minusDays(1 + i % 300) + "T13:00",
          "100XX S ELSEWHERE AVE",
          29,
          lat,
          lon);
    }
    return this;
  }

  void into(Imports imports) {
    try {
      Path path = Files.createTempFile("clusters", ".csv");
      path.toFile().deleteOnExit();
      Files.writeString(path, file.toString());
      if (!(imports.apply(path, ImportOptions.feed("test")) instanceof ImportOutcome.Applied)) {
        throw new IllegalStateException("The clusters were not brought in");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

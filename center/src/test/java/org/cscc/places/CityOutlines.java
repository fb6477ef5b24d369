package org.cscc.places;

import javax.sql.DataSource;
import org.cscc.home.SharedData;

/** The City's own outlines on a database, for tests of other rooms. */
public final class CityOutlines {
  private CityOutlines() {}

  /** Puts them in force. */
  public static void bring(DataSource database) {
    BoundaryOutcome outcome =
        Reference.over(database)
            .boundaryImport()
            .apply(
                SharedData.file("community-areas.geojson"),
                new BoundaryOptions(null, null, null, null, null, false));
    if (!(outcome instanceof BoundaryOutcome.Applied)) {
      throw new IllegalStateException("The City's outlines were not taken: " + outcome);
    }
  }
}

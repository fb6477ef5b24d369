import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SplittableRandom;

/** Writes a made-up crimes export of 22 columns: java Feed.java ROWS FILE. The same rows each time. */
final class Feed {
  private static final String[] TYPES = {
    "0820,THEFT,$500 AND UNDER", "0486,BATTERY,DOMESTIC BATTERY SIMPLE",
    "0560,ASSAULT,SIMPLE", "1320,CRIMINAL DAMAGE,TO VEHICLE",
    "1811,NARCOTICS,POSS: CANNABIS 30GMS OR LESS", "0610,BURGLARY,FORCIBLE ENTRY",
    "0910,MOTOR VEHICLE THEFT,AUTOMOBILE", "143A,WEAPONS VIOLATION,UNLAWFUL POSS OF HANDGUN"
  };
  private static final String[] PLACES = {
    "STREET", "SIDEWALK", "APARTMENT", "RESIDENCE", "ALLEY", "PARKING LOT/GARAGE(NON.RESID.)"
  };
  private static final String[] STREETS = {"S STATE ST", "W MADISON ST", "N CLARK ST", "S ADA ST"};

  public static void main(String[] arguments) throws IOException {
    int rows = Integer.parseInt(arguments[0]);
    DateTimeFormatter dates = DateTimeFormatter.ofPattern("MM/dd/yyyy hh:mm:ss a", Locale.US);
    SplittableRandom random = new SplittableRandom(20261123);
    try (BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[1]))) {
      out.write(
          "ID,Case Number,Date,Block,IUCR,Primary Type,Description,Location Description,Arrest,"
              + "Domestic,Beat,District,Ward,Community Area,FBI Code,X Coordinate,Y Coordinate,"
              + "Year,Updated On,Latitude,Longitude,Location\n");
      for (int i = 0; i < rows; i++) {
        LocalDateTime at = LocalDateTime.of(2020, 1, 1, 0, 0).plusMinutes(random.nextInt(2_600_000));
        // One row in two hundred is about a person killed or shot, as in the city's own years.
        int dice = random.nextInt(1000);
        String type =
            dice < 1
                ? "0110,HOMICIDE,FIRST DEGREE MURDER"
                : dice < 5 ? "041A,BATTERY,AGGRAVATED - HANDGUN" : TYPES[random.nextInt(TYPES.length)];
        double lat = 41.65 + random.nextInt(37000) / 100000.0;
        double lon = -87.74 + random.nextInt(18000) / 100000.0;
        out.write(
            String.format(
                Locale.US,
                "%d,JX%06d,%s,%03dXX %s,%s,%s,%b,%b,%04d,%03d,%d,%d,%s,%d,%d,%d,%s,%.9f,%.9f,"
                    + "\"(%.9f, %.9f)\"%n",
                13_000_000 + i, i, dates.format(at), random.nextInt(120),
                STREETS[random.nextInt(STREETS.length)], type,
                PLACES[random.nextInt(PLACES.length)], random.nextBoolean(), random.nextBoolean(),
                111 + random.nextInt(2400), 1 + random.nextInt(25), 1 + random.nextInt(50),
                1 + random.nextInt(77), "06", 1_100_000 + random.nextInt(100_000),
                1_820_000 + random.nextInt(130_000), at.getYear(), dates.format(at.plusDays(9)),
                lat, lon, lat, lon));
      }
    }
  }
}

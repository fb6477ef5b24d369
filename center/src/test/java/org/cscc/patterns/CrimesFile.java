package org.cscc.patterns;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** An invented export in the City's crimes format. */
public final class CrimesFile {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MM/dd/yyyy hh:mm:ss a", Locale.US);
  private static final AtomicInteger NUMBER = new AtomicInteger(13_000_000);

  private final StringBuilder text =
      new StringBuilder(
          "ID,Case Number,Date,Block,IUCR,Primary Type,Description,Location Description,Arrest,"
              + "Domestic,Beat,District,Ward,Community Area,FBI Code,X Coordinate,Y Coordinate,"
              + "Year,Updated On,Latitude,Longitude,Location\n");

  /** A homicide of one person. */
  public CrimesFile homicide(String at, String block, int area, double lat, double lon) {
    return row(at, block, "0110,HOMICIDE,FIRST DEGREE MURDER", "01A", area, lat, lon);
  }

  /** A shooting that one person survived. */
  public CrimesFile shooting(String at, String block, int area, double lat, double lon) {
    return row(at, block, "041A,BATTERY,AGGRAVATED - HANDGUN", "04B", area, lat, lon);
  }

  /** An arrest for drugs: police activity, not harm. */
  public CrimesFile narcotics(String at, String block, int area, double lat, double lon) {
    return row(at, block, "1811,NARCOTICS,POSSESS - CANNABIS", "18", area, lat, lon);
  }

  private CrimesFile row(
      String at, String block, String offence, String fbi, int area, double lat, double lon) {
    int number = NUMBER.incrementAndGet();
    LocalDateTime time = LocalDateTime.parse(at);
    text.append(
        String.format(
            Locale.ROOT,
            "%d,JZ%06d,%s,%s,%s,STREET,false,false,0111,001,42,%d,%s,,,%d,%s,%.9f,%.9f,\"(%.9f, %.9f)\"%n",
            number,
            number % 1_000_000,
            DATE.format(time),
            block,
            offence,
            area,
            fbi,
            time.getYear(),
            DATE.format(time.plusDays(7)),
            lat,
            lon,
            lat,
            lon));
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}

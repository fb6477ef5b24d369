package org.cscc.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.cscc.demo.CityEvent.Kind;
import org.cscc.demo.CityEvent.Victim;
import org.cscc.demo.CityEvent.What;
import org.cscc.kernel.ReviewWeek;

/**
 * Writes what the synthetic city's feed says at an instant, in the two formats in which the City
 * publishes: people harmed, and crimes.
 */
final class FeedFiles {
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("MM/dd/yyyy hh:mm:ss a", Locale.US);

  private static final String VICTIMS_HEADER =
      "case_number,date,block,victimization_primary,incident_primary,gunshot_injury_i,unique_id,"
          + "zip_code,ward,community_area,street_outreach_organization,area,district,beat,age,sex,"
          + "race,victimization_fbi_cd,victimization_fbi_descr,incident_fbi_cd,incident_fbi_descr,"
          + "victimization_iucr_cd,victimization_iucr_secondary,incident_iucr_cd,"
          + "incident_iucr_secondary,homicide_victim_first_name,homicide_victim_mi,"
          + "homicide_victim_last_name,month,day_of_week,hour,location_description,"
          + "state_house_district,state_senate_district,updated,latitude,longitude";

  private static final String CRIMES_HEADER =
      "ID,Case Number,Date,Block,IUCR,Primary Type,Description,Location Description,Arrest,"
          + "Domestic,Beat,District,Ward,Community Area,FBI Code,X Coordinate,Y Coordinate,Year,"
          + "Updated On,Latitude,Longitude,Location";

  private final IntFunction<String> areaName;

  FeedFiles(IntFunction<String> areaName) {
    this.areaName = areaName;
  }

  /** Writes the people harmed in the events, as they are known at the instant. */
  void victims(Path file, List<CityEvent> events, Instant asOf) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(Files.newBufferedWriter(file))) {
      csv.writeRecord(VICTIMS_HEADER.split(","));
      for (CityEvent event : events) {
        List<Victim> victims = event.victims(asOf);
        for (int i = 0; i < victims.size(); i++) {
          csv.writeRecord(victim(event, victims.get(i), i + 1, asOf));
        }
      }
    }
  }

  private String[] victim(CityEvent event, Victim victim, int number, Instant asOf) {
    boolean killed = victim.killed();
    boolean gunshot = killed || !event.corrected(asOf, What.NO_GUNSHOT);
    String primary = killed ? "HOMICIDE" : "BATTERY";
    String iucr = killed ? "0110" : "041A";
    String description = killed ? "FIRST DEGREE MURDER" : "AGGRAVATED - HANDGUN";
    String fbi = killed ? "01A" : "04B";
    String id = (killed ? "HOM-" : "SHOOT-") + event.number() + "-#" + number;
    LocalDateTime at = event.occurredAt();
    return new String[] {
      event.number(),
      WRITTEN.format(at),
      event.block().name(),
      primary,
      primary,
      gunshot ? "YES" : "NO",
      id,
      "",
      "",
      areaName.apply(event.area(asOf)),
      "",
      "",
      "",
      "",
      victim.age(),
      victim.sex(),
      "UNKNOWN",
      fbi,
      "",
      fbi,
      "",
      iucr,
      description,
      iucr,
      description,
      "",
      "",
      "",
      Integer.toString(at.getMonthValue()),
      Integer.toString(at.getDayOfWeek().getValue() % 7 + 1),
      Integer.toString(at.getHour()),
      event.place(),
      "",
      "",
      written(event.updatedAt(asOf)),
      Double.toString(event.block().lat()),
      Double.toString(event.block().lon())
    };
  }

  /** Writes the events as crimes: one row for each person killed, one for any other event. */
  void crimes(Path file, List<CityEvent> events, Instant asOf) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(Files.newBufferedWriter(file))) {
      csv.writeRecord(CRIMES_HEADER.split(","));
      for (CityEvent event : events) {
        long killed = event.victims(asOf).stream().filter(Victim::killed).count();
        for (int i = 1; i <= killed; i++) {
          csv.writeRecord(crime(event, Offence.HOMICIDE, i, asOf));
        }
        if (killed < event.victims(asOf).size() || event.kind() != Kind.SHOOTING) {
          csv.writeRecord(crime(event, Offence.of(event, asOf), 0, asOf));
        }
      }
    }
  }

  /** How the crimes file names an event. */
  private enum Offence {
    HOMICIDE("0110", "HOMICIDE", "FIRST DEGREE MURDER", "01A"),
    SHOT("041A", "BATTERY", "AGGRAVATED - HANDGUN", "04B"),
    NOT_SHOT("0430", "BATTERY", "AGGRAVATED - OTHER DANGEROUS WEAPON", "04B"),
    DISCHARGE("1477", "WEAPONS VIOLATION", "RECKLESS FIREARM DISCHARGE", "15"),
    THEFT("0820", "THEFT", "$500 AND UNDER", "06");

    private final String iucr;
    private final String primary;
    private final String description;
    private final String fbi;

    Offence(String iucr, String primary, String description, String fbi) {
      this.iucr = iucr;
      this.primary = primary;
      this.description = description;
      this.fbi = fbi;
    }

    static Offence of(CityEvent event, Instant asOf) {
      return switch (event.kind()) {
        case SHOOTING -> event.corrected(asOf, What.NO_GUNSHOT) ? NOT_SHOT : SHOT;
        case SHOTS_FIRED -> DISCHARGE;
        case OTHER -> THEFT;
      };
    }
  }

  private static String[] crime(CityEvent event, Offence offence, int number, Instant asOf) {
    DemoBlock block = event.block();
    String point = block.lat() + ", " + block.lon();
    return new String[] {
      id(event, number),
      event.number(),
      WRITTEN.format(event.occurredAt()),
      block.name(),
      offence.iucr,
      offence.primary,
      offence.description,
      event.place(),
      "false",
      Boolean.toString(event.domestic()),
      "",
      "",
      "",
      Integer.toString(event.area(asOf)),
      offence.fbi,
      "",
      "",
      Integer.toString(event.occurredAt().getYear()),
      written(event.updatedAt(asOf)),
      Double.toString(block.lat()),
      Double.toString(block.lon()),
      "(" + point + ")"
    };
  }

  /** A number that no other row of any year has: the year, the case's digits, the row of it. */
  private static String id(CityEvent event, int number) {
    return event.occurredAt().getYear() + event.number().substring(2) + number;
  }

  private static String written(Instant at) {
    return WRITTEN.format(at.atZone(ReviewWeek.CHICAGO));
  }
}

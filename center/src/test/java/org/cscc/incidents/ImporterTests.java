package org.cscc.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.home.CenterTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files against the real database: what goes in, what does not, and what a second time changes. */
@CenterTest
@ExtendWith(OutputCaptureExtension.class)
class ImporterTests {
  private static final String CRIMES =
      "ID,Case Number,Date,Block,IUCR,Primary Type,Description,Location Description,Arrest,"
          + "Domestic,Beat,District,Ward,Community Area,FBI Code,X Coordinate,Y Coordinate,Year,"
          + "Updated On,Latitude,Longitude,Location\n";
  private static final String VICTIMS =
      "case_number,date,block,victimization_primary,incident_primary,gunshot_injury_i,unique_id,"
          + "community_area,age,sex,race,homicide_victim_first_name,homicide_victim_mi,"
          + "homicide_victim_last_name,updated,latitude,longitude\n";
  private static final LocalDate FROM = LocalDate.of(2000, 1, 1);
  private static final LocalDate TO = LocalDate.of(2030, 1, 1);
  private static final AtomicInteger CASES = new AtomicInteger(100_000);

  @Autowired Imports imports;
  @Autowired RejectLines rejectLines;
  @Autowired Incidents incidents;
  @Autowired Access access;
  @Autowired JdbcClient jdbc;
  @TempDir Path directory;
  private String number = "";

  @BeforeEach
  void takeANewCase() {
    number = "ZZ" + CASES.incrementAndGet();
  }

  @Test
  void theSameFileTwiceChangesNothing() throws IOException {
    Path file = file(CRIMES + theft("1") + shot("2", "041A", "03/15/2014 11:30:00 PM", "25"));
    ImportOutcome.Tally first = applied(file);
    assertThat(List.of(first.read(), first.accepted(), first.added())).containsOnly(2L);
    ImportOutcome.Tally second = applied(file);
    assertThat(second.unchanged()).isEqualTo(2);
    assertThat(second.added() + second.updated()).isZero();
  }

  @Test
  void aCorrectedRowMakesAVersionAndKeepsTheOldOne() throws IOException {
    applied(file(CRIMES + shot("2", "041A", "03/15/2014 11:30:00 PM", "25")));
    ImportOutcome.Tally tally =
        applied(file(CRIMES + shot("2", "041A", "03/15/2014 11:30:00 PM", "26")));
    assertThat(tally.updated()).isEqualTo(1);
    IncidentFacts facts = ours();
    assertThat(facts.version()).isEqualTo(2);
    assertThat(facts.area()).isEqualTo(26);
    List<IncidentVersion> history = incidents.history(decision(), facts.id());
    assertThat(history).extracting(IncidentVersion::area).containsExactly(26, 25);
    assertThat(history.get(1).harmed().getFirst().victimizationId())
        .isEqualTo(facts.harmed().getFirst().victimizationId());
    assertThat(
            incidents.changedSince(
                decision(), history.get(1).from(), FROM, TO, java.util.Set.of(25)))
        .extracting(change -> change.kinds().toString())
        .containsExactly("[MOVED]");
  }

  @Test
  void incident02ShotAndLaterDeadIsOnePersonInBothFeeds() throws IOException {
    applied(file(CRIMES + shot("2", "041A", "03/15/2014 11:30:00 PM", "25")));
    applied(file(VICTIMS + victim("SHOOT-" + number + "-#1", "BATTERY", "", "")));
    IncidentFacts hurt = ours();
    applied(file(VICTIMS + victim("HOM-" + number + "-#1", "HOMICIDE", "", "")));
    applied(file(CRIMES + shot("3", "0110", "03/15/2014 11:30:00 PM", "25")));
    IncidentFacts dead = ours();
    assertThat(dead.id()).isEqualTo(hurt.id());
    assertThat(dead.type()).isEqualTo(IncidentType.HOMICIDE);
    assertThat(dead.harmed()).hasSize(1);
    assertThat(dead.harmed().getFirst().victimizationId())
        .isEqualTo(hurt.harmed().getFirst().victimizationId());
    assertThat(incidents.history(decision(), dead.id()))
        .extracting(IncidentVersion::type)
        .startsWith(IncidentType.HOMICIDE)
        .endsWith(IncidentType.NONFATAL_SHOOTING);
  }

  @Test
  void incident01NamesAreNowhere(CapturedOutput output) throws IOException {
    String row = victim("HOM-" + number + "-#1", "HOMICIDE", "Sentinelia", "Wortverlust");
    String shifted = row.replace("05/04/2019 08:15:00 PM", "Sentinelia,Wortverlust");
    String badDate = row.replace("05/04/2019 08:15:00 PM", "Sentinelia").replace("#1", "#7");
    String badPoint = row.replace("41.88", "Wortverlust").replace("#1", "#8");
    ImportOutcome.Tally tally = applied(file(VICTIMS + row + shifted + badDate + badPoint));
    assertThat(tally.accepted()).isEqualTo(1);
    assertThat(tally.rejected()).isEqualTo(3);
    assertThat(everyTextInTheDatabase()).doesNotContainIgnoringCase("sentinelia", "wortverlust");
    assertThat(output.getAll()).doesNotContainIgnoringCase("sentinelia", "wortverlust");
  }

  @Test
  void rejectsSayRowLineColumnAndRule() throws IOException {
    String twoLines = theft("7").replace("055XX S ADA ST", "\"055XX S\nADA ST\"");
    ImportOutcome outcome =
        imports.apply(
            file(CRIMES + twoLines + theft("8").replace("03/15/2014", "13/45/2014") + "1,2\n"),
            ImportOptions.feed("test"));
    ImportOutcome.Tally tally = ((ImportOutcome.Applied) outcome).tally();
    assertThat(tally.read()).isEqualTo(tally.accepted() + tally.rejected()).isEqualTo(3);
    assertThat(
            jdbc.sql(
                    "select row_number || ' ' || line_number || ' ' || column_name || ' '"
                        + " || coalesce(shown_value, '-') || ' ' || rule"
                        + " from incidents.reject where import = ? order by row_number")
                .param(outcome.importId())
                .query(String.class)
                .list())
        .containsExactly("2 4 Date 13/45/2014 12:00:00 AM R-IMP-43", "3 5 Date - R-IMP-40");
  }

  @Test
  void theCommandShowsTheFirstTwentyRejectsAndSaysWhereTheOthersAre() throws IOException {
    String bad = theft("8").replace("03/15/2014", "13/45/2014").repeat(25);
    ImportOutcome outcome = imports.apply(file(CRIMES + bad), ImportOptions.feed("test"));
    List<String> lines = rejectLines.of(outcome.importId(), 25, java.util.Locale.ENGLISH);
    assertThat(lines).hasSize(21);
    assertThat(lines.getFirst())
        .contains("row 1, line 2, Date \"13/45/2014 12:00:00 AM\": R-IMP-43");
    assertThat(lines.getLast()).contains("5 more", outcome.importId() + "/rejects.csv");
  }

  @ParameterizedTest
  @CsvSource({
    "'', R-IMP-02",
    "'PK\u0003\u0004 xl/workbook', R-IMP-01",
    "'%PDF-1.7', R-IMP-01",
    "'<!doctype html><html>', R-IMP-01",
    "'[{\"id\":1}]', R-IMP-01",
    "'ID;Date;Primary Type\n1;2;3\n', R-IMP-07",
    "'9567561,HX218162,03/15/2014 12:00:00 AM,THEFT\n', R-IMP-04",
    "'ID,Date,Date,Primary Type\n', R-IMP-06",
    "'TIME_PERIOD,PRIMARY_TYPE,NUMBER_OF_VICTIMS\n', R-IMP-08",
    "'apples,pears\n1,2\n', R-IMP-05"
  })
  void whatIsNoFeedIsRefusedAtTheDoor(String content, String rule) throws IOException {
    assertThat(imports.apply(file(content), ImportOptions.feed("test")))
        .isInstanceOfSatisfying(
            ImportOutcome.Refused.class, refused -> assertThat(refused.rule()).isEqualTo(rule));
  }

  @ParameterizedTest
  @CsvSource({"UTF-16", "Windows-1252"})
  void anotherEncodingIsRefusedWithItsName(String charset) throws IOException {
    Path file = directory.resolve("encoded.csv");
    Files.write(
        file, (CRIMES + theft("1").replace("ADA", "PEÑA")).getBytes(Charset.forName(charset)));
    assertThat(imports.apply(file, ImportOptions.feed("test")))
        .isInstanceOfSatisfying(
            ImportOutcome.Refused.class,
            refused -> {
              assertThat(refused.rule()).isEqualTo("R-IMP-03");
              assertThat(refused.detail()).containsExactly(charset);
            });
  }

  @Test
  void aFileThatBreaksHalfWayIsQuarantinedWhole() throws IOException {
    String whole = CRIMES + theft("1") + theft("2");
    assertQuarantined(file(whole.substring(0, whole.length() - 10)), "R-IMP-21");
    assertQuarantined(file(whole.substring(0, whole.length() - 40)), "R-IMP-20");
    byte[] packed = Files.readAllBytes(gzipped(whole + theft("3").repeat(3000)));
    Path cut = directory.resolve("cut.csv.gz");
    Files.write(cut, java.util.Arrays.copyOf(packed, packed.length - 30));
    assertQuarantined(cut, "R-IMP-22");
    assertThat(everyTextInTheDatabase()).doesNotContain(number);
  }

  @Test
  void aFileThatUnpacksWithoutEndIsStoppedAndNothingOfItCounts() throws IOException {
    Path bomb = directory.resolve("bomb.csv.gz");
    byte[] rows = theft("1").repeat(5000).getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      out.write(CRIMES.getBytes(StandardCharsets.UTF_8));
      for (int n = 0; n < 160; n++) {
        out.write(rows);
      }
    }
    assertThat(Files.size(bomb)).isLessThan(2L << 20);
    assertQuarantined(bomb, "R-IMP-25");
    assertThat(everyTextInTheDatabase()).doesNotContain(number);
  }

  @Test
  void aGzippedFileWithMarkAndCarriageReturnsGoesIn() throws IOException {
    String text = "\ufeff" + (CRIMES + theft("1")).replace("\n", "\r\n");
    assertThat(applied(gzipped(text)).accepted()).isEqualTo(1);
  }

  @Test
  void aDryRunKeepsNothingButItsReport() throws IOException {
    ImportOptions options =
        new ImportOptions(null, null, true, org.cscc.home.HomeKind.REAL, false, "test", null);
    ImportOutcome outcome = imports.apply(file(CRIMES + theft("1")), options);
    assertThat(((ImportOutcome.Applied) outcome).tally().added()).isEqualTo(1);
    assertThat(
            jdbc.sql("select count(*) from incidents.incident where ref = ?")
                .param(number)
                .query(Long.class)
                .single())
        .isZero();
  }

  private void assertQuarantined(Path file, String rule) {
    assertThat(imports.apply(file, ImportOptions.feed("test")))
        .isInstanceOfSatisfying(
            ImportOutcome.Quarantined.class,
            broken -> {
              assertThat(broken.rule()).isEqualTo(rule);
              assertThat(broken.tally().accepted()).isZero();
            });
  }

  private IncidentFacts ours() {
    return incidents.serious(decision(), FROM, TO, null).stream()
        .filter(
            facts ->
                jdbc.sql("select ref from incidents.incident where id = ?")
                    .param(facts.id())
                    .query(String.class)
                    .single()
                    .equals(number))
        .findFirst()
        .orElseThrow();
  }

  private Decision decision() {
    return access.forSystem(Capability.READ_INCIDENTS);
  }

  private ImportOutcome.Tally applied(Path file) {
    ImportOutcome outcome = imports.apply(file, ImportOptions.feed("test"));
    assertThat(outcome).isInstanceOf(ImportOutcome.Applied.class);
    return ((ImportOutcome.Applied) outcome).tally();
  }

  private String theft(String id) {
    return id
        + number.substring(2)
        + ","
        + number
        + "T"
        + id
        + ",03/15/2014 12:00:00 AM,055XX S ADA ST,0820,THEFT,$500 AND UNDER,OTHER,false,false,0713,"
        + ",16,67,06,,,2014,04/11/2014 12:40:05 AM,41.79,-87.66,\"(41.79, -87.66)\"\n";
  }

  private String shot(String id, String iucr, String date, String area) {
    String kind =
        iucr.equals("0110") ? "HOMICIDE,FIRST DEGREE MURDER" : "BATTERY,AGGRAVATED: HANDGUN";
    return id
        + number.substring(2)
        + ","
        + number
        + ","
        + date
        + ",040XX W OAKDALE AVE,"
        + iucr
        + ","
        + kind
        + ",SIDEWALK,false,false,2523,025,31,"
        + area
        + ",04B,,,2014,,41.93451,-87.72822,\"(41.93451, -87.72822)\"\n";
  }

  private String victim(String id, String primary, String first, String last) {
    return number
        + ",05/04/2019 08:15:00 PM,010XX S KOSTNER AVE,"
        + primary
        + ","
        + primary
        + ",YES,"
        + id
        + ",NORTH LAWNDALE,20-29,M,BLK,"
        + first
        + ",Q,"
        + last
        + ",05/06/2019 08:15:00 PM,41.88,-87.73\n";
  }

  private Path file(String content) throws IOException {
    Path file = Files.createTempFile(directory, "feed", ".csv");
    Files.writeString(file, content);
    return file;
  }

  private Path gzipped(String content) throws IOException {
    Path file = Files.createTempFile(directory, "feed", ".csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  /** Every row of every table, as one text. */
  private String everyTextInTheDatabase() {
    StringBuilder all = new StringBuilder();
    jdbc.sql(
            """
            select format('select coalesce(string_agg(t::text, chr(10)), '''') from %I.%I t',
                          table_schema, table_name)
            from information_schema.tables
            where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
            """)
        .query(String.class)
        .list()
        .forEach(sql -> all.append(jdbc.sql(sql).query(String.class).single()).append('\n'));
    return all.toString();
  }
}

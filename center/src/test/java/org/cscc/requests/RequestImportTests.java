package org.cscc.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.cscc.home.CenterTest;
import org.cscc.home.HomeKind;
import org.cscc.home.SharedData;
import org.cscc.requests.Intake.Reject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files of the City's 311 against the real database, with all the dirt that they have (F18). */
@CenterTest
class RequestImportTests {
  @Autowired RequestImport imports;
  @Autowired JdbcClient jdbc;
  @TempDir Path folder;
  private CityFiles city;

  @BeforeEach
  void empty() {
    city = new CityFiles(imports, jdbc, folder);
    city.empty();
  }

  @Test
  void theSameFileTwiceChangesNothing() {
    Path file = city.file(CityFiles.row("SR23-00000001"), CityFiles.row("SR23-00000002"));
    assertThat(city.applied(file).tally().added()).isEqualTo(2);
    String before = known();
    Intake.Tally second = city.applied(file).tally();
    assertThat(List.of(second.unchanged(), second.added(), second.updated(), second.older()))
        .containsExactly(2L, 0L, 0L, 0L);
    assertThat(known()).isEqualTo(before);
    assertThat(city.count("requests.request_version")).isZero();
  }

  @Test
  void aNewerStateMakesAVersionAndAnOlderOneDoesNotOverwriteIt() {
    CityFiles.Row open = CityFiles.row("SR23-00000001");
    city.bring(open);
    assertThat(city.bring(open.closed("Completed", CityFiles.daysAgo(10))).updated()).isOne();
    assertThat(city.one("select status || ' ' || version from requests.request"))
        .isEqualTo("COMPLETED 2");
    assertThat(city.one("select status || ' ' || version from requests.request_version"))
        .isEqualTo("OPEN 1");
    Intake.Tally late = city.bring(open);
    assertThat(late.older()).isOne();
    assertThat(city.one("select status from requests.request")).isEqualTo("COMPLETED");
  }

  @Test
  void nothingFinerThanTheBlockIsKept() {
    city.bring(CityFiles.row("SR23-00000001"));
    assertThat(known())
        .contains("045XX W MADISON ST", "ALLEY_LIGHT_OUT", "CDOT")
        .doesNotContain("4512", "41.88", "-87.74", "Mobile");
  }

  @Test
  void dirtIsTurnedAwayRowByRowWithItsRule() {
    CityFiles.Row good = CityFiles.row("SR23-00000001");
    String cells = good.line();
    String file =
        "\ufeff"
            + CityFiles.HEADER
            + cells
            + CityFiles.row("SR23-00000002").created(CityFiles.daysAgo(-3)).line()
            + CityFiles.row("SR23-00000003").closed("Completed", CityFiles.daysAgo(40)).line()
            + cells.replace("SR23-00000001", "SR23-00000004").replace(",Open,", ",Pending,")
            + cells.replace("SR23-00000001", "=2+2")
            + "SR23-00000006,too,few\n"
            + cells.replace("SR23-00000001", "SR23-00000007").replace("\n", ",more,and,more\n")
            + CityFiles.row("SR23-00000008").at("4512", "MADISON", "0").line()
            + CityFiles.row("SR23-00000009").at("4512", "MADISON", "78").line()
            + CityFiles.row("SR23-00000010").at("", "", "25").line()
            + CityFiles.row("SR23-00000011").type("311 INFORMATION ONLY CALL").line();
    Intake.Applied applied = city.applied(city.text(file.replace("\n", "\r\n")));
    assertThat(applied.rejects())
        .extracting(Reject::row, Reject::column, Reject::rule)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(2L, "created_date", "R-IMP-44"),
            org.assertj.core.api.Assertions.tuple(3L, "closed_date", "R-REQ-12"),
            org.assertj.core.api.Assertions.tuple(4L, "status", "R-REQ-11"),
            org.assertj.core.api.Assertions.tuple(5L, "sr_number", "R-IMP-47"),
            org.assertj.core.api.Assertions.tuple(6L, "", "R-IMP-40"),
            org.assertj.core.api.Assertions.tuple(7L, "", "R-IMP-41"));
    Intake.Tally tally = applied.tally();
    assertThat(List.of(tally.read(), tally.accepted(), tally.rejected()))
        .containsExactly(11L, 5L, 6L);
    assertThat(List.of(tally.withoutArea(), tally.withoutBlock(), tally.unmapped()))
        .containsExactly(2L, 1L, 1L);
  }

  @Test
  void aRequestThatIsThereTwiceCountsOnceAndItsLatestWordHolds() {
    CityFiles.Row row = CityFiles.row("SR23-00000001");
    Intake.Tally tally =
        city.bring(
            row.closed("Completed", CityFiles.daysAgo(5)),
            row,
            row.closed("Completed", CityFiles.daysAgo(5)));
    assertThat(List.of(tally.added(), tally.unchanged(), tally.older()))
        .containsExactly(1L, 1L, 1L);
    assertThat(city.one("select status from requests.request")).isEqualTo("COMPLETED");
  }

  @Test
  void aNumberOfTheOldSystemIsAnotherRequest() {
    Intake.Tally tally =
        city.bring(CityFiles.row("18-00000001"), CityFiles.row("18-00000001").ofTheOldSystem());
    assertThat(tally.added()).isEqualTo(2);
    assertThat(
            jdbc.sql("select slug from requests.request order by slug").query(String.class).list())
        .containsExactly("18-00000001", "18-00000001.legacy");
  }

  @Test
  void theCitysTimesAreChicagosAndDaysStayDays() {
    city.applied(
        city.text(
            "creation_date,status,completion_date,service_request_number,type_of_service_request,"
                + "street_address,community_area\n"
                + "2018-07-04T00:00:00.000,Completed - Dup,2018-07-09T00:00:00.000,18-1,"
                + "Pothole in Street,1127 W SCHUBERT AVE,7\n"));
    assertThat(
            city.one(
                """
                select concat_ws(' ', opened_at at time zone 'UTC', opened_timed, closed_on, days,
                  duplicate, legacy, block, type, department) from requests.request
                """))
        .isEqualTo("2018-07-04 05:00:00 f 2018-07-09 3 t t 011XX W SCHUBERT AVE POTHOLE CDOT");
  }

  @Test
  void aFileWithoutTypesTakesNothingAway() {
    city.bring(CityFiles.row("SR23-00000001"));
    String asked = CityFiles.daysAgo(30).toLocalDate().toString();
    String done = CityFiles.daysAgo(2).toLocalDate().toString();
    city.applied(
        city.text(
            "request_id,created_ts,request_date,completed_ts,completed_date,status,service_type,"
                + "ward,community_area,days_to_close\n"
                + "SR23-00000001,%s 09:30:00,%s,%s 10:00:00,%s,Completed,,28.0,26.0,4.0\n"
                    .formatted(asked, asked, done, done)));
    assertThat(city.one("select concat_ws(' ', type, block, area, status) from requests.request"))
        .isEqualTo("ALLEY_LIGHT_OUT 045XX W MADISON ST 26 COMPLETED");
  }

  @Test
  void aDryRunKeepsNothing() throws IOException {
    Intake outcome = imports.apply(city.file(CityFiles.row("SR23-00000001")), HomeKind.REAL, true);
    assertThat(((Intake.Applied) outcome).tally().added()).isOne();
    assertThat(city.count("requests.request") + city.count("requests.intake")).isZero();
  }

  @Test
  void whatIsNoFileOfRequestsIsRefused() {
    assertThat(city.bring(city.text("a,b,c\n1,2,3\n"))).isInstanceOf(Intake.Refused.class);
    assertThat(refusal("a,b,c\n1,2,3\n")).isEqualTo("R-IMP-05");
    assertThat(refusal(CityFiles.HEADER.replace(",", ";"))).isEqualTo("R-IMP-07");
    assertThat(refusal(CityFiles.HEADER.replace("ORIGIN", "STATUS"))).isEqualTo("R-IMP-06");
    assertThat(refusal("{\"sr_number\": 1}")).isEqualTo("R-IMP-01");
    assertThat(refusal(" \n")).isEqualTo("R-IMP-02");
    assertThat(((Intake.Refused) city.bring(folder.resolve("none.csv"))).rule())
        .isEqualTo("R-IMP-13");
  }

  @Test
  void aFileThatBreaksIsQuarantinedWhole() throws IOException {
    String line = CityFiles.row("SR23-00000001").line();
    Intake cut = city.bring(city.text(CityFiles.HEADER + line + "SR23-00000002,Alley"));
    assertThat(cut).isEqualTo(new Intake.Quarantined(2, "R-IMP-20", List.of()));
    Path gz = folder.resolve("cut.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
      out.write((CityFiles.HEADER + line.repeat(20_000)).getBytes(StandardCharsets.UTF_8));
    }
    byte[] whole = Files.readAllBytes(gz);
    Files.write(gz, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertThat(((Intake.Quarantined) city.bring(gz)).rule()).isEqualTo("R-IMP-22");
    assertThat(city.count("requests.request")).isZero();
  }

  @Test
  void theCitysPotholesOf2018ComeIn() {
    Intake.Tally tally = city.applied(SharedData.file("chicago-311-potholes-2018.csv")).tally();
    assertThat(List.of(tally.read(), tally.accepted(), tally.withoutArea(), tally.unmapped()))
        .containsExactly(1000L, 1000L, 6L, 0L);
    assertThat(city.count("requests.request where duplicate")).isEqualTo(287 + 60);
    assertThat(city.count("requests.request where status = 'OPEN'")).isEqualTo(529 + 287);
  }

  @Test
  void theCitysRequestsOfJanuary2023ComeInWithinSeconds() {
    Path file = SharedData.file("chicago-311-2023-january.csv.gz");
    long began = System.nanoTime();
    Intake.Tally tally = city.applied(file).tally();
    System.out.println("50,000 requests: " + (System.nanoTime() - began) / 1_000_000 + " ms");
    assertThat(List.of(tally.read(), tally.accepted(), tally.withoutArea(), tally.unmapped()))
        .containsExactly(50_000L, 50_000L, 59L, 50_000L);
    assertThat(city.count("requests.request where status = 'CANCELED'")).isEqualTo(611);
    assertThat(city.applied(file).tally().unchanged()).isEqualTo(50_000);
  }

  private String refusal(String content) {
    return ((Intake.Refused) city.bring(city.text(content))).rule();
  }

  private String known() {
    return jdbc.sql("select r::text from requests.request r order by slug")
        .query(String.class)
        .list()
        .toString();
  }
}

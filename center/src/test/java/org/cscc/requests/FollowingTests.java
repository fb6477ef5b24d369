package org.cscc.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cscc.home.CenterTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is followed, and what files of the City make of it. */
@CenterTest
class FollowingTests {
  private static final CityFiles.Row ALLEY = CityFiles.row("SR23-00000001");

  @Autowired RequestImport imports;
  @Autowired JdbcClient jdbc;
  @TempDir Path folder;
  private CityFiles city;

  @BeforeEach
  void empty() {
    city = new CityFiles(imports, jdbc, folder);
    city.empty();
    city.list(CityFiles.today().minusDays(100));
  }

  @Test
  void rCoo06WhatTheCityClosedIsToBeLookedAtSevenDaysAfter() {
    city.bring(ALLEY);
    assertThat(follow()).isEqualTo("OPEN");
    city.bring(ALLEY.closed("Completed", CityFiles.daysAgo(9)));
    assertThat(follow()).isEqualTo("CLOSED_BY_CITY " + CityFiles.today().minusDays(2));
    assertThat(steps()).isEqualTo("FOLLOW CLOSE");
  }

  @Test
  void rCoo06OpenedAgainByTheCityTheLookIsWithdrawn() {
    city.bring(ALLEY.closed("Completed", CityFiles.daysAgo(9)));
    city.bring(ALLEY.open(CityFiles.daysAgo(1)));
    assertThat(follow()).isEqualTo("OPEN");
    assertThat(steps()).isEqualTo("FOLLOW REOPEN");
    city.bring(ALLEY.closed("Completed", CityFiles.daysAgo(1).plusHours(1)));
    assertThat(follow()).isEqualTo("CLOSED_BY_CITY " + CityFiles.today().plusDays(6));
  }

  @Test
  void rHot06TheListOfTheDayOfClosingDecides() {
    city.empty();
    city.list(CityFiles.today().minusDays(5));
    city.bring(
        ALLEY.closed("Completed", CityFiles.daysAgo(9)),
        CityFiles.row("SR23-00000002").closed("Completed", CityFiles.daysAgo(3)),
        CityFiles.row("SR23-00000003"));
    assertThat(
            jdbc.sql(
                    """
                    select r.number || ' ' || f.state from requests.follow f
                    join requests.request r on r.id = f.request order by 1
                    """)
                .query(String.class)
                .list())
        .containsExactly("SR23-00000002 CLOSED_BY_CITY", "SR23-00000003 OPEN");
    assertThat(city.count("requests.request where asked_listed")).isZero();
  }

  @Test
  void onlyServicesThatCanBeSeenOnPriorityBlocksAreFollowed() {
    city.bring(
        ALLEY.type("Sidewalk Inspection"),
        CityFiles.row("SR23-00000002").type("311 INFORMATION ONLY CALL"),
        CityFiles.row("SR23-00000003").at("5512", "MADISON", "25"),
        CityFiles.row("SR23-00000004").at("4512", "MADISON", "0"));
    assertThat(city.count("requests.follow")).isZero();
  }

  @Test
  void rCoo03ADuplicateIsFollowedOnceWithItsParent() {
    city.bring(ALLEY, CityFiles.row("SR23-00000002").repeats("SR23-00000001"));
    assertThat(city.count("requests.follow")).isOne();
    // Its parent comes with a later file: until then nobody knows what it repeats.
    city.bring(CityFiles.row("SR23-00000003"));
    assertThat(city.count("requests.follow")).isEqualTo(2);
    city.bring(CityFiles.row("SR23-00000003").repeats("SR23-00000001").open(CityFiles.daysAgo(1)));
    assertThat(
            city.one(
                """
                select f.let_go from requests.follow f join requests.request r on r.id = f.request
                where r.number = 'SR23-00000003'
                """))
        .isEqualTo("DUPLICATE");
  }

  @Test
  void whatTheCityCancelsIsLetGoAndWhatWasSeenStaysSeen() {
    city.bring(ALLEY);
    city.bring(ALLEY.closed("Canceled", CityFiles.daysAgo(9)));
    assertThat(follow()).isEqualTo("LET_GO CANCELED");
    city.bring(ALLEY.closed("Completed", CityFiles.daysAgo(8)));
    jdbc.sql("update requests.follow set state = 'FIXED'").update();
    city.bring(ALLEY.closed("Completed", CityFiles.daysAgo(8)));
    assertThat(city.one("select state from requests.follow")).isEqualTo("FIXED");
    city.bring(ALLEY.closed("Completed", CityFiles.daysAgo(2)));
    assertThat(city.one("select state from requests.follow"))
        .as("closed once more, after it was seen")
        .isEqualTo("CLOSED_BY_CITY");
  }

  private String follow() {
    return city.one(
        "select concat_ws(' ', state, let_go, case when let_go is null then look_on end) from requests.follow");
  }

  private String steps() {
    return city.one("select string_agg(move, ' ' order by position) from requests.step");
  }
}

package org.cscc.incidents.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.cscc.incidents.IncidentType;
import org.cscc.incidents.LocationClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dirt that real files have, cell by cell. */
class DirtTests {
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

  @ParameterizedTest
  @CsvSource({
    "03/15/2014 12:00:00 AM, 2014-03-15T05:00:00Z",
    "03/15/2014 12:30:00 PM, 2014-03-15T17:30:00Z",
    "1/1/2018 0:05, 2018-01-01T06:05:00Z",
    "1/1/2018 23:18, 2018-01-02T05:18:00Z",
    "2018-01-01 00:00:00+00:00, 2018-01-01T06:00:00Z",
    "2018-07-01T14:00:00.000, 2018-07-01T19:00:00Z",
    "2018-07-01T14:00:00-05:00, 2018-07-01T19:00:00Z",
    "2018-07-01T19:00:00Z, 2018-07-01T19:00:00Z",
    "2019-12-10, 2019-12-10T06:00:00Z",
    // The hour that does not exist moves on by the gap; the one that exists twice is the first.
    "03/09/2014 02:30:00 AM, 2014-03-09T08:30:00Z",
    "11/02/2014 01:30:00 AM, 2014-11-02T06:30:00Z"
  })
  void aDateIsReadInEachStyleThatTheFilesHave(String cell, String instant) {
    assertThat(Moment.read(cell, CHICAGO))
        .extracting(Moment::instant)
        .isEqualTo(Instant.parse(instant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "13/45/2014",
        "1/1/18 0:05",
        "2014-02-30",
        "yesterday",
        "03/15/2014 25:00",
        "03/15/2014 13:00 PM",
        "2014",
        "20140315",
        "03/15/2014 11:00 and more",
        "/",
        "3/"
      })
  void whatIsNoDateIsNotGuessed(String cell) {
    assertThat(Moment.read(cell, CHICAGO)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "045XX S WENTWORTH AVE, 045XX S WENTWORTH AVE",
    "0000X W MADISON ST, 000XX W MADISON ST",
    "4537 S Wentworth Ave, 045XX S WENTWORTH AVE",
    "12 E 9TH ST, 000XX E 9TH ST",
    "11345 S  STATE ST, 113XX S STATE ST"
  })
  void anAddressIsKeptNoFinerThanItsBlock(String cell, String block) {
    assertThat(Block.of(cell)).isEqualTo(block);
  }

  @ParameterizedTest
  @ValueSource(strings = {"JANE Q SENTINEL", "he ran off; see report", "\"", "5"})
  void whatIsNoAddressIsDropped(String cell) {
    assertThat(Block.of(cell)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"110, 0110", "0110, 0110", "41A, 041A", "041a, 041A", "450, 0450"})
  void leadingZerosThatASpreadsheetTookComeBack(String cell, String code) {
    assertThat(Offence.iucr(cell)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "0110, HOMICIDE, FIRST DEGREE MURDER, HOMICIDE",
    "0142, HOMICIDE, RECKLESS HOMICIDE, HOMICIDE",
    "041A, BATTERY, AGGRAVATED: HANDGUN, NONFATAL_SHOOTING",
    "041A, BATTERY, AGGRAVATED - HANDGUN, NONFATAL_SHOOTING",
    "0451, BATTERY, AGGRAVATED PO: OTHER FIREARM, NONFATAL_SHOOTING",
    "0488, BATTERY, AGGRAVATED DOMESTIC BATTERY: HANDGUN, NONFATAL_SHOOTING",
    ", BATTERY, AGG PRO.EMP: HANDGUN, NONFATAL_SHOOTING",
    ", BATTERY, AGGRAVATED: KNIFE/CUTTING INSTR, AGG_BATTERY",
    "0486, BATTERY, DOMESTIC BATTERY SIMPLE, OTHER",
    "051A, ASSAULT, AGGRAVATED: HANDGUN, OTHER",
    "031A, ROBBERY, ARMED: HANDGUN, OTHER",
    "1477, WEAPONS VIOLATION, RECKLESS FIREARM DISCHARGE, SHOTS_FIRED",
    ", WEAPONS VIOLATION, RECKLESS FIREARM DISCHARGE, SHOTS_FIRED"
  })
  void codesAndWordsMeanOneTypeEach(String iucr, String primary, String words, IncidentType type) {
    assertThat(Offence.of(iucr, primary, words)).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({
    "STREET, STREET",
    "SIDEWALK, STREET",
    "VACANT LOT/LAND, VACANT_LOT",
    "PARKING LOT, OTHER",
    "PARK PROPERTY, PARK",
    "AUTO, VEHICLE",
    "GARAGE/AUTO REPAIR, BUSINESS",
    "CTA BUS, TRANSIT",
    "'SCHOOL, PUBLIC, BUILDING', SCHOOL_GROUNDS",
    "BARBERSHOP, BUSINESS",
    "HOUSE, RESIDENCE",
    "RESIDENCE - YARD (FRONT / BACK), RESIDENCE",
    "SOMETHING ELSE, OTHER"
  })
  void wordsForPlacesFallIntoFewClasses(String words, LocationClass sort) {
    assertThat(new PlaceWords().of(words)).isEqualTo(sort);
  }

  @Test
  void aRejectShowsDatesAndNumbersOnly() {
    assertThat(Rejection.harmless("13/45/2014 11:00:00 PM")).isTrue();
    assertThat(Rejection.harmless("-91.6")).isTrue();
    assertThat(Rejection.harmless("SENTINEL")).isFalse();
    assertThat(Rejection.harmless("Jane 4")).isFalse();
    assertThat(Rejection.harmless("PAT")).isFalse();
  }
}

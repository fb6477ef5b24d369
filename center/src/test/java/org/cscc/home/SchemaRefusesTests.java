package org.cscc.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database has no place for what the center does not hold about people (R-HRIT-08, tier T4). A
 * new table or column that sounds like one of these fails here, until it is renamed, dropped, or
 * given a reason that others can judge.
 */
class SchemaRefusesTests {
  private static final Map<String, Pattern> REFUSED = new LinkedHashMap<>();

  static {
    refuse(
        "persons of interest",
        "suspect|offender|perpetrator|shooter|accused|target|watch|risk_score");
    refuse("membership in groups", "gang|clique|faction|affiliation|membership|rival|crew");
    refuse(
        "criminal history",
        "arrest|criminal|conviction|convicted|warrant|parole|probation|felony|custody|inmate|cleared|clearance");
    refuse(
        "immigration",
        "immigration|citizen|citizenship|visa|undocumented|asylum|deported|alien|nationality");
    refuse(
        "health",
        "health|medical|diagnosis|mental|illness|disability|disabled|hospital|pregnant|hiv|overdose|treatment|drug|medication");
    refuse("juvenile matters", "juvenile|minor|dcfs|foster|truancy|expelled|school_record");
    refuse(
        "who somebody is",
        "name|names|alias|nickname|surname|dob|birth|birthdate|ssn|itin|phone|email|handle|plate|photo|face|fingerprint|voice|signature|likeness|identity");
    refuse("what somebody is", "race|ethnicity|religion|orientation|politics|income");
    refuse("hashes of people", "person_hash|match_key|person_key|pseudonym");
  }

  /** What sounds like it and is not, each with the reason. */
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("access.account.name", "sign-in name of staff and partners"),
          Map.entry("access.account.display_name", "how pages call staff and partners"),
          Map.entry("access.account.disabled_at", "the account is closed; nobody's health"),
          Map.entry("directory.organization.name", "an organization"),
          Map.entry("directory.committee_seat.name", "a public office: who steers"),
          Map.entry("directory.liaison.name", "staff of a partner, in office"),
          Map.entry("directory.liaison.phone", "the office's number"),
          Map.entry("directory.liaison.email", "the office's address"),
          Map.entry("directory.location.name", "a building"),
          Map.entry("directory.on_call.name", "staff of a partner, on duty"),
          Map.entry("directory.on_call.phone", "the number of the duty"),
          Map.entry("directory.service.name", "a service"),
          Map.entry("directory.service.phone", "the service's number"),
          Map.entry("directory.service.email", "the service's address"),
          Map.entry("directory.team.name", "a team"),
          Map.entry("incidents.import.file_name", "a file"),
          Map.entry("incidents.import.identity", "how a file tells incidents apart"),
          Map.entry("incidents.reject.column_name", "a column of a file"),
          Map.entry("incidents.report.race", "published by the City row by row; counts only"),
          Map.entry("jobs.scheduled_tasks.task_name", "a job"),
          Map.entry("requests.intake.file_name", "a file"),
          Map.entry("places.area.name", "a community area"),
          Map.entry("places.area_alias", "other spellings of an area"),
          Map.entry("places.area_alias.alias", "other spellings of an area"),
          Map.entry("places.asset.name", "a school, park or library"));

  private static void refuse(String what, String words) {
    REFUSED.put(what, Pattern.compile("(^|_)(" + words + ")(_|$)"));
  }

  @Test
  void noTableOrColumnIsMadeForWhatTheCenterDoesNotHold() {
    List<String> wrong = new ArrayList<>();
    Set<String> used = new TreeSet<>();
    for (String place : places()) {
      String word = place.substring(place.lastIndexOf('.') + 1);
      REFUSED.forEach(
          (what, pattern) -> {
            if (pattern.matcher(word).find()) {
              if (MEANT.containsKey(place)) {
                used.add(place);
              } else {
                wrong.add(place + " sounds like " + what);
              }
            }
          });
    }
    assertThat(wrong).isEmpty();
    assertThat(used).as("exceptions that were needed").isNotEmpty();
  }

  @Test
  void theRulesFindWhatTheyAreFor() {
    for (String word :
        List.of(
            "suspect_id",
            "gang",
            "prior_arrests_arrest",
            "immigration_status",
            "diagnosis",
            "juvenile_case",
            "first_name",
            "victim_dob",
            "person_hash",
            "race")) {
      assertThat(REFUSED.values()).as(word).anyMatch(pattern -> pattern.matcher(word).find());
    }
    for (String word : List.of("block", "renamed", "facet", "at", "week", "trace")) {
      assertThat(REFUSED.values()).as(word).noneMatch(pattern -> pattern.matcher(word).find());
    }
  }

  /** Every table as schema.table and every column as schema.table.column. */
  private static List<String> places() {
    JdbcClient jdbc = JdbcClient.create(TestServer.freshDatabase());
    List<String> places =
        jdbc.sql(
                """
                select table_schema || '.' || table_name || '.' || column_name
                from information_schema.columns
                where table_schema not in ('pg_catalog', 'information_schema', 'home_migrations')
                union
                select table_schema || '.' || table_name from information_schema.tables
                where table_schema not in ('pg_catalog', 'information_schema', 'home_migrations')
                order by 1
                """)
            .query((row, number) -> row.getString(1))
            .list();
    assertThat(places).hasSizeGreaterThan(100);
    return places;
  }
}

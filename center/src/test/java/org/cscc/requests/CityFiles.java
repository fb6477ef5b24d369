package org.cscc.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.cscc.home.HomeKind;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files as the City's portal writes them, and the list of priority blocks that they meet. */
record CityFiles(RequestImport imports, JdbcClient jdbc, Path folder) {
  static final String HEADER =
      "SR_NUMBER,SR_TYPE,SR_SHORT_CODE,OWNER_DEPARTMENT,STATUS,ORIGIN,CREATED_DATE,"
          + "LAST_MODIFIED_DATE,CLOSED_DATE,STREET_NUMBER,STREET_DIRECTION,STREET_NAME,STREET_TYPE,"
          + "DUPLICATE,LEGACY_RECORD,PARENT_SR_NUMBER,COMMUNITY_AREA,LATITUDE,LONGITUDE\n";

  /** No request, nothing followed, no list, no service. */
  void empty() {
    jdbc.sql(
            """
            truncate requests.intake, requests.request, requests.request_version, requests.follow,
              requests.step, requests.once, services.task, services.step, services.evidence,
              services.dependency, services.escalation, services.once
            """)
        .update();
    jdbc.sql("delete from patterns.listed_block").update();
    jdbc.sql("delete from patterns.block_list").update();
  }

  /** The block of 4500 W Madison St in Austin is on the list from a day on. */
  void list(LocalDate from) {
    jdbc.sql("insert into patterns.block_list values (1, '2020-Q1', ?, 'system', now())")
        .param(from)
        .update();
    jdbc.sql("insert into patterns.listed_block values (1, '045XX W MADISON ST', 25, 'RESIDENTS')")
        .update();
  }

  static LocalDate today() {
    return LocalDate.now(ReviewWeek.CHICAGO);
  }

  static LocalDateTime daysAgo(int days) {
    return today().minusDays(days).atTime(LocalTime.of(9, 30));
  }

  /** A row that is what a test says, and of no interest otherwise. */
  static Row row(String number) {
    return new Row(
        number,
        "Alley Light Out Complaint",
        "CDOT - Department of Transportation",
        "Open",
        daysAgo(30),
        daysAgo(30),
        null,
        "4512",
        "MADISON",
        "25",
        "",
        "",
        "");
  }

  /** A row of the portal. */
  record Row(
      String number,
      String type,
      String owner,
      String status,
      LocalDateTime created,
      LocalDateTime modified,
      @Nullable LocalDateTime closed,
      String house,
      String street,
      String area,
      String duplicate,
      String legacy,
      String parent) {
    Row type(String changed) {
      return new Row(
          number, changed, owner, status, created, modified, closed, house, street, area, duplicate,
          legacy, parent);
    }

    Row owner(String changed) {
      return new Row(
          number, type, changed, status, created, modified, closed, house, street, area, duplicate,
          legacy, parent);
    }

    Row closed(String word, LocalDateTime at) {
      return new Row(
          number, type, owner, word, created, at, at, house, street, area, duplicate, legacy,
          parent);
    }

    Row open(LocalDateTime at) {
      return new Row(
          number, type, owner, "Open", created, at, null, house, street, area, duplicate, legacy,
          parent);
    }

    Row created(LocalDateTime at) {
      return new Row(
          number, type, owner, status, at, modified, closed, house, street, area, duplicate, legacy,
          parent);
    }

    Row at(String changedHouse, String changedStreet, String changedArea) {
      return new Row(
          number,
          type,
          owner,
          status,
          created,
          modified,
          closed,
          changedHouse,
          changedStreet,
          changedArea,
          duplicate,
          legacy,
          parent);
    }

    Row ofTheOldSystem() {
      return new Row(
          number, type, owner, status, created, modified, closed, house, street, area, duplicate,
          "true", parent);
    }

    Row repeats(String other) {
      return new Row(
          number, type, owner, status, created, modified, closed, house, street, area, "true",
          legacy, other);
    }

    String line() {
      return String.join(
              ",",
              number,
              type,
              "SFD",
              owner,
              status,
              "Mobile",
              cell(created),
              cell(modified),
              cell(closed),
              house,
              "W",
              street,
              "ST",
              duplicate,
              legacy,
              parent,
              area,
              "41.88",
              "-87.74")
          + "\n";
    }

    private static String cell(@Nullable LocalDateTime at) {
      return at == null ? "" : at.toString() + ":00.000";
    }
  }

  Path file(Row... rows) {
    StringBuilder text = new StringBuilder(HEADER);
    for (Row row : rows) {
      text.append(row.line());
    }
    return text(text.toString());
  }

  Path text(String content) {
    try {
      return Files.writeString(Files.createTempFile(folder, "city", ".csv"), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Intake bring(Path file) {
    try {
      return imports.apply(file, HomeKind.REAL, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Intake.Applied applied(Path file) {
    Intake outcome = bring(file);
    assertThat(outcome).isInstanceOf(Intake.Applied.class);
    Intake.Applied applied = (Intake.Applied) outcome;
    Intake.Tally tally = applied.tally();
    assertThat(tally.accepted() + tally.rejected()).isEqualTo(tally.read());
    assertThat(tally.added() + tally.updated() + tally.unchanged() + tally.older())
        .isEqualTo(tally.accepted());
    return applied;
  }

  Intake.Tally bring(Row... rows) {
    return applied(file(rows)).tally();
  }

  int count(String what) {
    return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
  }

  String one(String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }
}

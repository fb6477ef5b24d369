package org.cscc.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cscc.access.TableFile.Line;
import org.cscc.home.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Every table, directly in SQL, as every role: a row in reach and a row out of reach, read, added,
 * changed and removed, against {@code home/tables.txt} and the table of permissions. The rows are
 * made up column by column in a database whose checks and keys were taken away; what is held here
 * is who reaches them.
 */
class TableMatrixTests {
  private static final Set<String> OPERATIONS = Set.of("add", "change", "remove");

  private final String url = TestServer.freshUrl();

  @AfterEach
  void nobody() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void everyTableStandsInTheFileWithItsRule() throws Exception {
    Set<String> there = new TreeSet<>();
    try (Connection owner = SqlSeat.connect(url, "postgres");
        Statement statement = owner.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select relnamespace::regnamespace || '.' || relname from pg_class
                where relkind in ('r', 'p') and not relispartition
                  and relnamespace::regnamespace::text not in
                    ('pg_catalog', 'information_schema', 'home_migrations')
                """)) {
      while (rows.next()) {
        there.add(rows.getString(1));
      }
    }
    assertThat(TableFile.lines().stream().map(Line::table))
        .containsExactlyInAnyOrderElementsOf(there);
    assertThat(TableFile.lines().stream().map(Line::tier)).allMatch(tier -> tier.matches("T[0-3]"));
    assertThat(
            TableFile.lines().stream()
                .flatMap(l -> Stream.concat(l.reads().stream(), l.writes().stream())))
        .filteredOn(condition -> condition.matches("[A-Z_]+ .*"))
        .allSatisfy(condition -> Capability.valueOf(condition.split(" ", -1)[0]));
  }

  @Test
  void everyTableSaysWhatARequestDoesToItsRowsAndNoMoreThanTheCodeDoes() throws Exception {
    StringBuilder code = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/cscc"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        // A statement that is written as several texts is one.
        code.append(Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", "")).append('\n');
      }
    }
    // The ledger writes to the tables that rooms give it: these are its statements.
    Map<String, String> ledger =
        Map.of(
            "StepLog", "insert into %s",
            "Exhibits", "insert into %s",
            "FormKeys", "insert into %1$s; update %1$s",
            "VersionedRows", "update %s");
    Pattern.compile("new (StepLog|Exhibits|FormKeys|VersionedRows)\\(\\s*jdbc,\\s*\"([a-z_.]+)\"")
        .matcher(code.toString())
        .results()
        .forEach(
            given ->
                code.append(ledger.getOrDefault(given.group(1), "").formatted(given.group(2)))
                    .append(";\n"));
    Map<String, String> words = Map.of("add", "insert into", "remove", "delete from");
    // Their statements carry the name of the table from a constant, or are a library's own.
    Set<String> written =
        Set.of("directory.organization", "directory.team", "jobs.scheduled_tasks");
    for (Line line : TableFile.lines()) {
      assertThat(OPERATIONS).as(line.table()).containsAll(line.operations());
      assertThat(line.operations()).as(line.table()).doesNotHaveDuplicates();
      assertThat(line.operations().isEmpty()).as(line.table()).isEqualTo(line.writes().isEmpty());
      if (!written.contains(line.table())) {
        for (String operation : line.operations()) {
          String statement =
              operation.equals("change")
                  ? "(update\\s+%1$s\\b|into\\s+%1$s\\b[^;]*?do update|from\\s+%1$s\\b[^;]*?for update)"
                  : words.get(operation) + "\\s+%1$s\\b";
          assertThat(
                  Pattern.compile(statement.formatted(Pattern.quote(line.table())))
                      .matcher(code)
                      .find())
              .as(line.table() + " is granted to " + operation + ", which no code does")
              .isTrue();
        }
      }
    }
  }

  @Test
  void everyTableIsReadAndWrittenByEveryRoleAsTheTableOfPermissionsAllows() throws Exception {
    MadeUpRows rows;
    try (Connection owner = SqlSeat.connect(url, "postgres")) {
      rows = MadeUpRows.in(owner);
      MadeUpRows.withoutKeys(owner);
    }
    List<String> wrong = new ArrayList<>();
    int checks = 0;
    ReachOfRequest reach = new ReachOfRequest(SqlSeat.access());
    for (Role role : Role.values()) {
      if (!role.hasAccounts()) {
        continue;
      }
      SqlSeat.be(role);
      try (Connection pages = SqlSeat.connect(url, "cscc_pages")) {
        SqlSeat.reach(pages, reach.now());
        pages.setAutoCommit(false);
        for (Line line : TableFile.lines()) {
          for (boolean own : new boolean[] {true, false}) {
            boolean reads = SectionB.allowed(role, line.reads(), own);
            boolean writes = SectionB.allowed(role, line.writes(), own);
            for (Try one :
                List.of(
                    new Try("reads", "select 1 from %s where %s", reads),
                    new Try("adds", rows.addition(line, own), writes && line.grants("add")),
                    new Try(
                        "changes",
                        rows.change(line, own),
                        reads && writes && line.grants("change")),
                    new Try(
                        "removes",
                        "delete from %s where %s",
                        reads && writes && line.grants("remove")))) {
              checks++;
              boolean done = touches(pages, one.sql().formatted(line.table(), rows.key(line, own)));
              if (done != one.expected()) {
                wrong.add(
                    "%s %s %s %s: %s"
                        .formatted(role, one.what(), line.table(), own ? "own" : "other", done));
              }
            }
          }
        }
      }
    }
    System.out.println("Tables × roles × relations × operations: " + checks + " checks");
    assertThat(wrong).isEmpty();
    assertThat(checks).isGreaterThan(10_000);
  }

  private record Try(String what, String sql, boolean expected) {}

  /** Whether the statement reaches a row; what it did is undone. */
  private static boolean touches(Connection pages, String sql) throws SQLException {
    try (Statement statement = pages.createStatement()) {
      if (!statement.execute(sql)) {
        return statement.getUpdateCount() > 0;
      }
      try (ResultSet row = statement.getResultSet()) {
        return row.next();
      }
    } catch (SQLException e) {
      if (e.getSQLState().equals("42501")) {
        return false;
      }
      throw e;
    } finally {
      pages.rollback();
    }
  }
}

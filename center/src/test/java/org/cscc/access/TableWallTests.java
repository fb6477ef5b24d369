package org.cscc.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.cscc.access.TableFile.Line;
import org.cscc.home.TestServer;
import org.junit.jupiter.api.Test;

/** What the role that answers requests can do against the wall itself: nothing. */
class TableWallTests {
  private final String url = TestServer.freshUrl();

  @Test
  void withoutAReachNoGuardedRowIsSeen() throws Exception {
    MadeUpRows rows;
    try (Connection owner = SqlSeat.connect(url, "postgres")) {
      rows = MadeUpRows.in(owner);
    }
    for (String said : List.of("", "{}")) {
      try (Connection pages = SqlSeat.connect(url, "cscc_pages")) {
        SqlSeat.reach(pages, said);
        for (Line line : TableFile.lines()) {
          boolean open = line.reads().contains("open");
          try (Statement statement = pages.createStatement()) {
            if (!line.reads().isEmpty()) {
              assertThat(
                      statement
                          .executeQuery(
                              "select 1 from " + line.table() + " where " + rows.key(line, true))
                          .next())
                  .as(line.table())
                  .isEqualTo(open);
            }
          }
        }
      }
    }
  }

  @Test
  void theRoleForRequestsCanNotLiftTheWall() throws Exception {
    try (Connection pages = SqlSeat.connect(url, "cscc_pages")) {
      for (String attempt :
          List.of(
              "alter table reviews.packet disable row level security",
              "drop policy reads on reviews.packet",
              "set role postgres",
              "create policy all_of_it on reviews.packet using (true)",
              "create table reviews.mine (a int)",
              "truncate incidents.incident",
              "grant select on incidents.report to cscc_pages",
              "select * from incidents.report",
              "select audit.drop_month(date '2026-11-01', 'x', timestamptz '2030-01-01')")) {
        try (Statement statement = pages.createStatement()) {
          assertThat(refused(statement, attempt)).as(attempt).isTrue();
        }
      }
      try (Statement statement = pages.createStatement()) {
        statement.execute("set row_security = off");
        assertThat(refused(statement, "select count(*) from reviews.packet")).isTrue();
      }
    }
  }

  private static boolean refused(Statement statement, String sql) {
    try {
      statement.execute(sql);
      return false;
    } catch (SQLException e) {
      // Insufficient privilege, or a query that a policy would have to cut short.
      return e.getSQLState().equals("42501");
    }
  }
}

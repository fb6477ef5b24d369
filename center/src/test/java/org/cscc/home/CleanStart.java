package org.cscc.home;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Lets each class of tests begin with the rows that the center starts with, whatever ran before it.
 * Classes share a context and so a database; in which order and in which of the two programs they
 * run differs from machine to machine, so a test that leans on another one's rows would fail on one
 * machine only.
 */
public final class CleanStart implements TestExecutionListener {
  /** What the running center keeps in memory, and the trail, which only grows. */
  private static final String TABLES =
      """
      select format('%I.%I', n.nspname, c.relname) from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname not in
        ('pg_catalog', 'information_schema', 'public', 'home_migrations', 'audit', 'places', 'jobs')
      order by 1
      """;

  /** By the address of a database: the tables that the center starts with, and their rows. */
  private static final Map<String, Map<String, byte[]>> BEGINNINGS = new ConcurrentHashMap<>();

  @Override
  public void beforeTestClass(TestContext test) throws Exception {
    JdbcConnectionDetails database =
        test.getApplicationContext().getBean(JdbcConnectionDetails.class);
    try (Connection connection =
        DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), "")) {
      Map<String, byte[]> beginning = BEGINNINGS.get(database.getJdbcUrl());
      if (beginning == null) {
        BEGINNINGS.put(database.getJdbcUrl(), rows(connection, filled(connection)));
      } else {
        restore(connection, beginning);
      }
    }
  }

  private static void restore(Connection connection, Map<String, byte[]> beginning)
      throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica"); // neither triggers nor keys
      for (String table : filled(connection)) {
        if (!beginning.containsKey(table)) {
          statement.execute("delete from " + table);
        }
      }
      Map<String, byte[]> now = rows(connection, beginning.keySet());
      for (Map.Entry<String, byte[]> table : beginning.entrySet()) {
        if (!Arrays.equals(table.getValue(), now.get(table.getKey()))) {
          statement.execute("delete from " + table.getKey());
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn(
                  "copy " + table.getKey() + " from stdin",
                  new ByteArrayInputStream(table.getValue()));
        }
      }
    }
  }

  private static Map<String, byte[]> rows(Connection connection, Collection<String> tables)
      throws SQLException, IOException {
    Map<String, byte[]> rows = new LinkedHashMap<>();
    for (String table : tables) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut("copy " + table + " to stdout", out);
      rows.put(table, out.toByteArray());
    }
    return rows;
  }

  /** The tables that hold a row. */
  private static List<String> filled(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      String each =
          texts(statement, TABLES).stream()
              .map(table -> "select '" + table + "' where exists (select from " + table + ")")
              .collect(Collectors.joining(" union all "));
      return texts(statement, each);
    }
  }

  private static List<String> texts(Statement statement, String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    }
    return texts;
  }
}

package org.cscc.home;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.cscc.home.TableRule.Operation;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;

/**
 * Writes the grants and row policies of the role that answers requests, from {@code tables.txt},
 * after the migrations. A table that the file does not name is not granted at all. Nothing is done
 * when the file and the number of tables are those of the last time.
 */
@Component
public final class RowPolicies implements Callback {
  private static final String VERSION = "3";

  /** Made by the migrations that run before the first request. */
  public RowPolicies() {}

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public String getCallbackName() {
    return "row policies";
  }

  @Override
  public void handle(Event event, Context context) {
    try {
      write(context.getConnection());
    } catch (SQLException e) {
      throw new FlywayException("The row policies could not be written: " + e.getMessage(), e);
    }
  }

  private static void write(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      refuseAStrongRole(statement);
      String print = print(statement);
      if (one(statement, "select print from home.row_policies").equals(print)) {
        return;
      }
      List<TableRule> rules = TableRule.all();
      TreeSet<String> schemas = new TreeSet<>();
      rules.forEach(rule -> schemas.add(rule.table().substring(0, rule.table().indexOf('.'))));
      for (String schema : schemas) {
        statement.execute("grant usage on schema " + schema + " to " + PagesRole.NAME);
        statement.execute(
            "revoke all on all tables in schema " + schema + " from " + PagesRole.NAME);
      }
      for (TableRule rule : rules) {
        guard(statement, rule);
      }
      views(statement);
      statement.execute("update home.row_policies set print = '" + print + "', at = now()");
    }
  }

  /** A role that owns tables or may pass by policies would make the second wall a painted one. */
  private static void refuseAStrongRole(Statement statement) throws SQLException {
    String fit =
        one(
            statement,
            "select not (rolsuper or rolbypassrls or exists (select from pg_class c where c.relowner"
                + " = r.oid)) from pg_roles r where rolname = '"
                + PagesRole.NAME
                + "'");
    if (!fit.equals("t")) {
      throw new FlywayException(
          "The database needs a role "
              + PagesRole.NAME
              + " that may sign in, owns no table and is neither superuser nor BYPASSRLS: create"
              + " role "
              + PagesRole.NAME
              + " login password '...', and name the password in CSCC_PAGES_PASSWORD.");
    }
  }

  private static void guard(Statement statement, TableRule rule) throws SQLException {
    String table = rule.table();
    statement.execute("drop policy if exists reads on " + table);
    for (Operation operation : Operation.values()) {
      statement.execute("drop policy if exists " + operation.policy() + " on " + table);
    }
    statement.execute(
        "alter table " + table + (rule.open() ? " disable" : " enable") + " row level security");
    if (!rule.reads().isEmpty()) {
      grant(statement, "select", rule);
    }
    for (Operation operation : rule.operations()) {
      grant(statement, operation.sql(), rule);
    }
    if (!rule.open()) {
      policy(statement, table, "reads", "select", " using (" + rule.sql(rule.reads()) + ")");
      String writes = rule.sql(rule.writes());
      for (Operation operation : rule.operations()) {
        policy(statement, table, operation.policy(), operation.sql(), condition(operation, writes));
      }
    }
  }

  /** A change may hand a row on, such as an item to another organization. */
  private static String condition(Operation operation, String writes) {
    return switch (operation) {
      case ADD -> " with check (" + writes + ")";
      case CHANGE -> " using (" + writes + ") with check (true)";
      case REMOVE -> " using (" + writes + ")";
    };
  }

  private static void grant(Statement statement, String what, TableRule rule) throws SQLException {
    statement.execute("grant " + what + " on " + rule.table() + " to " + PagesRole.NAME);
  }

  private static void policy(
      Statement statement, String table, String name, String what, String condition)
      throws SQLException {
    statement.execute(
        "create policy "
            + name
            + " on "
            + table
            + " for "
            + what
            + " to "
            + PagesRole.NAME
            + condition);
  }

  /** A view shows who looks at it only the rows that one may see. */
  private static void views(Statement statement) throws SQLException {
    List<String> views = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "select schemaname || '.' || viewname from pg_views where schemaname not in"
                + " ('pg_catalog', 'information_schema')")) {
      while (rows.next()) {
        views.add(rows.getString(1));
      }
    }
    for (String view : views) {
      statement.execute("alter view " + view + " set (security_invoker = true)");
      statement.execute("grant select on " + view + " to " + PagesRole.NAME);
    }
  }

  private static String print(Statement statement) throws SQLException {
    String tables =
        one(
            statement,
            "select count(*)::text from pg_class where relkind in ('r', 'p', 'v') and not"
                + " relispartition and relnamespace::regnamespace::text not like 'pg\\_%'");
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((VERSION + tables + TableRule.text()).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String one(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : "";
    }
  }
}

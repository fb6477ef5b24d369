package org.cscc.access;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cscc.access.TableFile.Line;

/**
 * A row in reach and one out of reach in every table, made up column by column in a database whose
 * checks are taken away first.
 */
public final class MadeUpRows {
  private static final UUID OWN = UUID.fromString("00000000-0000-4000-8000-000000000001");
  private static final UUID OTHER = UUID.fromString("00000000-0000-4000-8000-000000000002");

  /** How the row in reach (true) and the one out of reach (false) of each table are found. */
  private final Map<String, Map<Boolean, String>> keys = new LinkedHashMap<>();

  /** The statements that added them. */
  private final Map<String, Map<Boolean, String>> additions = new LinkedHashMap<>();

  /** Finds the row of a table, as a condition of SQL. */
  String key(Line line, boolean own) {
    return requireNonNull(requireNonNull(keys.get(line.table())).get(own));
  }

  /** Adds the row of a table once more. */
  String addition(Line line, boolean own) {
    return requireNonNull(requireNonNull(additions.get(line.table())).get(own));
  }

  /** Changes the row of a table to what it is. */
  String change(Line line, boolean own) {
    String addition = addition(line, own);
    String column = addition.substring(addition.indexOf('(') + 1).split("[,)]", -1)[0];
    return "update "
        + line.table()
        + " set "
        + column
        + " = "
        + column
        + " where "
        + key(line, own);
  }

  /** Takes the keys away, so that the same row can be added twice. */
  static void withoutKeys(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      for (String one :
          list(
              statement,
              """
              select format('alter table %s drop constraint %I cascade', conrelid::regclass, conname)
              from pg_constraint c join pg_class t on t.oid = c.conrelid
              where contype in ('p', 'u', 'x') and conparentid = 0 and coninhcount = 0
                and relnamespace::regnamespace::text not in
                  ('pg_catalog', 'information_schema', 'home_migrations')
              """)) {
        statement.execute(one);
      }
      for (String one :
          list(
              statement,
              """
              select format('drop index %s', indexrelid::regclass) from pg_index i
              join pg_class t on t.oid = i.indrelid
              where indisunique and not relispartition
                and relnamespace::regnamespace::text not in
                  ('pg_catalog', 'information_schema', 'pg_toast', 'home_migrations')
              """)) {
        statement.execute(one);
      }
    }
  }

  /** Fills the database of the owner's connection. */
  public static MadeUpRows in(Connection owner) throws SQLException {
    MadeUpRows rows = new MadeUpRows();
    rows.fill(owner);
    return rows;
  }

  private void fill(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      for (String one :
          list(
              statement,
              """
              select format('alter table %s drop constraint %I cascade', conrelid::regclass, conname)
              from pg_constraint c join pg_class t on t.oid = c.conrelid
              where contype in ('c', 'f') and conparentid = 0 and coninhcount = 0
                and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
              order by contype desc
              """)) {
        statement.execute(one);
      }
      for (String one :
          list(
              statement,
              """
              select format('drop trigger %I on %s', tgname, tgrelid::regclass) from pg_trigger
              where not tgisinternal and tgparentid = 0
              """)) {
        statement.execute(one);
      }
      statement.execute("select audit.ensure_month(date '2026-11-01')");
      for (Line line : TableFile.lines()) {
        statement.execute("delete from " + line.table());
        for (boolean own : new boolean[] {true, false}) {
          row(statement, line, own);
        }
      }
    }
  }

  private void row(Statement statement, Line line, boolean own) throws SQLException {
    List<String> columns = new ArrayList<>();
    List<String> values = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            """
            select a.attname, format_type(a.atttypid, a.atttypmod), t.typcategory from pg_attribute a
            join pg_type t on t.oid = a.atttypid
            where attrelid = '%s'::regclass and attnum > 0 and not attisdropped
              and attgenerated = '' and attidentity = '' order by attnum
            """
                .formatted(line.table()))) {
      while (rows.next()) {
        columns.add(rows.getString(1));
        values.add(value(line, rows.getString(1), rows.getString(2), own));
      }
    }
    String addition =
        "insert into "
            + line.table()
            + " ("
            + columns.stream().map(c -> '"' + c + '"').collect(Collectors.joining(", "))
            + ") values ("
            + String.join(", ", values)
            + ")";
    statement.execute(addition);
    additions.computeIfAbsent(line.table(), table -> new LinkedHashMap<>()).put(own, addition);
    String key =
        Stream.of("uuid", "text", "smallint", "integer", "date")
            .flatMap(
                type ->
                    IntStream.range(0, columns.size())
                        .filter(i -> values.get(i).endsWith("::" + type))
                        .mapToObj(i -> '"' + columns.get(i) + "\" = " + values.get(i)))
            .findFirst()
            .orElse("true");
    keys.computeIfAbsent(line.table(), table -> new LinkedHashMap<>()).put(own, key);
  }

  private static String value(Line line, String column, String type, boolean own) {
    String rule =
        Stream.concat(line.reads().stream(), line.writes().stream())
            .map(condition -> condition.split(" +", -1))
            .flatMap(words -> ruleOf(words, column))
            .findFirst()
            // A team's areas are looked up by its code.
            .orElse(column.equals("team") ? "team" : "");
    String text =
        switch (rule) {
          case "team" -> own ? "austin" : "englewood";
          case "organization" -> own ? "CDPH" : "CDOT";
          case "account", "by" -> own ? "own" : "other";
          case "uuid" -> String.valueOf(own ? OWN : OTHER);
          case String named when named.startsWith("=") -> named.substring(1);
          default -> own ? "a" : "b";
        };
    return switch (type) {
      case "uuid" -> "'" + (own ? OWN : OTHER) + "'::uuid";
      case "text" -> "'" + text + "'::text";
      case "text[]" -> "array['" + (own ? "CDPH" : "CDOT") + "']::text[]";
      case "smallint[]", "integer[]" -> "array[" + (own ? 25 : 68) + "]::" + type;
      case "smallint", "integer", "bigint" -> (own ? 25 : 68) + "::" + type;
      case "double precision" -> (own ? 25 : 68) + "::float8";
      case "boolean" -> own + "::boolean";
      case "bytea" -> "'\\x0" + (own ? 1 : 2) + "'::bytea";
      case "date" -> "'2026-11-0" + (own ? 1 : 2) + "'::date";
      case "cidr" -> "null";
      case "time without time zone" -> "'10:00'::time";
      case "timestamp with time zone" -> "'2026-11-1" + (own ? 1 : 2) + "'::timestamptz";
      case "jsonb" -> "'{}'::jsonb";
      default -> throw new IllegalStateException("No made-up value for " + type);
    };
  }

  /** How a condition names a column: the word of the relation, a fixed value, or an id as text. */
  private static Stream<String> ruleOf(String[] words, String column) {
    if (words[0].equals("when")) {
      return words[1].equals(column)
          ? Stream.of("=" + words[3])
          : words[6].equals(column) ? Stream.of("uuid") : Stream.empty();
    }
    return words.length == 3 && words[2].equals(column) ? Stream.of(words[1]) : Stream.empty();
  }

  private static List<String> list(Statement statement, String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}

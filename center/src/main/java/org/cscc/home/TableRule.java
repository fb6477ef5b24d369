package org.cscc.home;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Who reaches the rows of one table: a line of {@code home/tables.txt}, which the database's row
 * policies are made from.
 *
 * @param table schema and name
 * @param tier how guarded its records are
 * @param reads whose rows a request reads, each a condition; see the file
 * @param writes whose rows a request adds and changes
 */
record TableRule(String table, String tier, List<String> reads, List<String> writes) {
  private static final String RESOURCE = "/home/tables.txt";

  /** All tables of the center. */
  static List<TableRule> all() {
    return text()
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(TableRule::of)
        .toList();
  }

  /** The file as it stands. */
  static String text() {
    try (InputStream in = TableRule.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TableRule of(String line) {
    List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    if (cells.size() != 4 || !cells.getFirst().matches("[a-z]+\\.[a-z_]+")) {
      throw new IllegalArgumentException("Not a line of a table: " + line);
    }
    return new TableRule(
        cells.getFirst(), cells.get(1), conditions(cells.get(2)), conditions(cells.get(3)));
  }

  private static List<String> conditions(String cell) {
    return cell.equals("-")
        ? List.of()
        : Arrays.stream(cell.split(",", -1)).map(String::strip).toList();
  }

  /** The condition on a row, as SQL; nobody when there is none. */
  static String sql(List<String> conditions) {
    return conditions.isEmpty()
        ? "false"
        : conditions.stream().map(TableRule::sql).collect(Collectors.joining("\n or "));
  }

  private static String sql(String condition) {
    String[] words = condition.split(" +", -1);
    String capability = words[0];
    return switch (words.length == 1 ? words[0] : words[1]) {
      case "open" -> "true";
      case "any" -> may(capability, "any");
      case "held" -> "(select home.holds('" + capability + "'))";
      case "area" -> within(capability, "team", words[2], "directory.areas_in_reach())::int[]");
      case "team" -> within(capability, "team", words[2], "home.own('teams'))::text[]");
      case "organization" ->
          within(capability, "organization", words[2], "home.own('organizations'))::text[]");
      case "account" -> within(capability, "account", words[2], "home.own('accounts'))::text[]");
      case "under" ->
          "((select home.holds('"
              + capability
              + "')) and "
              + under(words[2], words[3], words[4])
              + ")";
      case "by" -> words[2] + " = any ((select home.own('accounts'))::text[])";
      case "among" ->
          "("
              + may(capability, "organization")
              + " and "
              + words[2]
              + " && (select home.own('organizations'))::text[])";
      default -> {
        if (!words[0].equals("under") || words.length != 4) {
          throw new IllegalArgumentException("Not a condition: " + condition);
        }
        yield under(words[1], words[2], words[3]);
      }
    };
  }

  /** As far as the row of another table that the column names is reached. */
  private static String under(String table, String column, String key) {
    return "exists (select from " + table + " parent where parent." + key + " = " + column + ")";
  }

  private static String may(String capability, String relation) {
    return "(select home.may('" + capability + "', '" + relation + "'))";
  }

  private static String within(String capability, String relation, String column, String own) {
    return may(capability, "any")
        + "\n or ("
        + may(capability, relation)
        + " and "
        + column
        + " = any ((select "
        + own
        + "))";
  }

  boolean open() {
    return reads.equals(List.of("open")) && writes.equals(List.of("open"));
  }
}

package org.cscc.home;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who reaches the rows of one table: a line of {@code home/tables.txt}, which the database's row
 * policies are made from.
 *
 * @param table schema and name
 * @param tier how guarded its records are
 * @param reads whose rows a request reads, each a condition; see the file
 * @param writes whose rows a request adds, changes and removes
 * @param operations what a request does to rows of the table at all
 */
record TableRule(
    String table, String tier, List<String> reads, List<String> writes, Set<Operation> operations) {
  /** What a statement does to rows, in the file's word, with the name of its policy. */
  enum Operation {
    ADD("insert", "adds"),
    CHANGE("update", "changes"),
    REMOVE("delete", "removes");

    private final String sql;
    private final String policy;

    Operation(String sql, String policy) {
      this.sql = sql;
      this.policy = policy;
    }

    String sql() {
      return sql;
    }

    String policy() {
      return policy;
    }
  }

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
    if (cells.size() != 5 || !cells.getFirst().matches("[a-z]+\\.[a-z_]+")) {
      throw new IllegalArgumentException(
          "Not \"schema.table | tier | reads | writes | operations\": " + line);
    }
    TableRule rule =
        new TableRule(
            cells.getFirst(),
            cells.get(1),
            conditions(cells.get(2)),
            conditions(cells.get(3)),
            operations(cells.get(4)));
    if (rule.writes.isEmpty() != rule.operations.isEmpty()) {
      throw new IllegalArgumentException("Writes and operations do not fit: " + line);
    }
    return rule;
  }

  private static Set<Operation> operations(String cell) {
    Set<Operation> operations = EnumSet.noneOf(Operation.class);
    if (!cell.equals("-")) {
      for (String word : cell.split(" +", -1)) {
        operations.add(Operation.valueOf(word.toUpperCase(Locale.ROOT)));
      }
    }
    return operations;
  }

  private static List<String> conditions(String cell) {
    return cell.equals("-")
        ? List.of()
        : Arrays.stream(cell.split(",", -1)).map(String::strip).toList();
  }

  /** The condition on a row of the table, as SQL; nobody when there is none. */
  String sql(List<String> conditions) {
    return conditions.isEmpty()
        ? "false"
        : conditions.stream().map(this::sql).collect(Collectors.joining("\n or "));
  }

  private String sql(String condition) {
    String[] words = condition.split(" +", -1);
    String capability = words[0];
    if (capability.equals("when")) {
      return inCase(words);
    }
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
  private String under(String parent, String column, String key) {
    // The parent may have a column of the same name.
    return "exists (select from "
        + parent
        + " parent where parent."
        + key
        + " = "
        + table
        + "."
        + column
        + ")";
  }

  /** The text is read as an id only where the row says whose it is. */
  private String inCase(String[] words) {
    return "(case when "
        + words[1]
        + " = '"
        + words[3]
        + "' then "
        + under(words[5], words[6] + "::uuid", words[7])
        + " else false end)";
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

  /** Whether there is nothing to hold against a row; the grants are narrow nevertheless. */
  boolean open() {
    List<String> everybody = List.of("open");
    return reads.equals(everybody) && (writes.isEmpty() || writes.equals(everybody));
  }
}

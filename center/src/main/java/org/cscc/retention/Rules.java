package org.cscc.retention;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cscc.retention.Rule.Kept;
import org.cscc.retention.Rule.Monthly;
import org.cscc.retention.Rule.Reason;
import org.cscc.retention.Rule.Timed;
import org.cscc.retention.Rule.With;

/**
 * The rules of the file that people read. A line that is not understood stops the center at its
 * start: what goes and what stays must not be guessed.
 *
 * @param schedules each with whether it asks for an approval
 */
record Rules(Map<String, Boolean> schedules, List<Rule> rules) {
  private static final String RESOURCE = "/retention/tables.txt";
  private static final Pattern TIME = Pattern.compile("(\\d{1,4}) (day|month|year)s?");

  /** The rules of the center, or those of a file that whoever runs it has named. */
  static Rules read(String file) {
    try {
      if (!file.isBlank()) {
        return parse(Files.readString(Path.of(file)));
      }
      try (InputStream in = Rules.class.getResourceAsStream(RESOURCE)) {
        if (in == null) {
          throw new IllegalStateException(RESOURCE + " is missing");
        }
        return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Rules parse(String text) {
    Map<String, Boolean> schedules = new LinkedHashMap<>();
    List<Rule> rules = new ArrayList<>();
    Set<String> tables = new HashSet<>();
    for (String line : text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
      List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
      if (line.startsWith("schedule ")) {
        schedules.put(schedule(cells, line), cells.getLast().equals("asks"));
      } else {
        Rule rule = rule(cells, schedules.keySet(), line);
        if (!tables.add(rule.table())) {
          throw notUnderstood(line);
        }
        rules.add(rule);
      }
    }
    for (Rule rule : rules) {
      if (rule instanceof With with && !tables.contains(with.parent())) {
        throw new IllegalArgumentException("No rule for " + with.parent());
      }
    }
    return new Rules(schedules, List.copyOf(rules));
  }

  private static String schedule(List<String> cells, String line) {
    String name = cells.getFirst().substring("schedule ".length()).strip();
    if (cells.size() != 2
        || !name.matches("[A-Z]{2,20}")
        || !Set.of("asks", "free").contains(cells.getLast())) {
      throw notUnderstood(line);
    }
    return name;
  }

  private static Rule rule(List<String> cells, Set<String> schedules, String line) {
    String table = cells.getFirst();
    String[] words = cells.size() < 2 ? new String[0] : cells.get(1).split(" +", -1);
    if (!table.matches("[a-z]+\\.[a-z_]+")) {
      throw notUnderstood(line);
    }
    if (cells.size() == 2 && words.length == 2 && words[0].equals("kept")) {
      return new Kept(table, Reason.valueOf(words[1]));
    }
    if (cells.size() == 2 && words.length == 4 && words[0].equals("with")) {
      return new With(table, words[1], words[2], words[3]);
    }
    if (cells.size() != 4 || !schedules.contains(cells.get(3))) {
      throw notUnderstood(line);
    }
    Period time = time(cells.get(1), line);
    if (cells.get(2).equals("months")) {
      return new Monthly(table, time, cells.get(3));
    }
    // The first "where" that stands outside of a subquery begins the condition.
    String[] parts =
        cells.get(2).startsWith("(")
            ? new String[] {cells.get(2)}
            : cells.get(2).split(" where ", 2);
    return new Timed(table, time, parts[0], parts.length == 2 ? parts[1] : "true", cells.get(3));
  }

  private static Period time(String text, String line) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      throw notUnderstood(line);
    }
    int number = Integer.parseInt(matcher.group(1));
    return switch (matcher.group(2)) {
      case "day" -> Period.ofDays(number);
      case "month" -> Period.ofMonths(number);
      default -> Period.ofYears(number);
    };
  }

  /** The tables that go with one, those of the deepest level first. */
  List<With> under(String parent) {
    List<With> found = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule instanceof With with && with.parent().equals(parent)) {
        found.addAll(under(with.table()));
        found.add(with);
      }
    }
    return found;
  }

  private static IllegalArgumentException notUnderstood(String line) {
    return new IllegalArgumentException("Not a line of the table of retention: " + line);
  }
}

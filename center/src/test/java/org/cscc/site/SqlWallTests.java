package org.cscc.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Only a feature's own code and migrations name the tables of its schema. */
class SqlWallTests {
  private static final Path MIGRATIONS = Sources.RESOURCES.resolve("db/migration");

  /** Reaches over the wall that are meant, each with its reason; a stale entry fails. */
  private static final Map<String, String> MEANT = Map.of();

  /** Where a room gives the ledger its tables. */
  private static final Pattern LEDGER =
      Pattern.compile("new\\s+(?:StepLog|FormKeys|VersionedRows|Exhibits|Bursts)\\(([^)]*)\\)");

  private static final Pattern TABLE = Pattern.compile("\"([a-z_]+)\\.([a-z_]+)\"");

  @Test
  void sqlNamesOnlyTablesOfItsOwnFeature() {
    Set<String> found = new TreeSet<>();
    int own = 0;
    for (Path file : files()) {
      Path root = file.startsWith(Sources.JAVA) ? Sources.JAVA : MIGRATIONS;
      if (root.relativize(file).getNameCount() < 2) {
        continue;
      }
      String feature = Sources.feature(root, file);
      for (var match : names().matcher(Sources.text(file)).results().toList()) {
        if (match.group(1).equalsIgnoreCase(feature)) {
          own++;
        } else {
          found.add(root.relativize(file) + " names " + match.group(1) + "." + match.group(2));
        }
      }
    }
    assertThat(found).containsExactlyInAnyOrderElementsOf(MEANT.keySet());
    assertThat(own).as("tables that features name of their own").isGreaterThan(10);
  }

  @Test
  void theLedgerIsGivenOnlyTablesOfItsOwnFeature() {
    Set<String> wrong = new TreeSet<>();
    int own = 0;
    for (Path file : Sources.under(Sources.JAVA, ".java")) {
      String given =
          LEDGER
              .matcher(Sources.text(file))
              .results()
              .map(match -> match.group(1))
              .collect(Collectors.joining());
      for (var match : TABLE.matcher(given).results().toList()) {
        if (match.group(1).equals(Sources.feature(Sources.JAVA, file))) {
          own++;
        } else {
          wrong.add(Sources.JAVA.relativize(file) + " gives " + match.group());
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(own).as("tables that features give to the ledger").isGreaterThan(10);
  }

  private static List<Path> files() {
    List<Path> files = new ArrayList<>(Sources.under(Sources.JAVA, ".java"));
    files.addAll(Sources.under(MIGRATIONS, ".sql"));
    return files;
  }

  /** A schema and a table after a word of SQL that a table follows. */
  private static Pattern names() {
    Set<String> schemas = new TreeSet<>();
    Sources.under(MIGRATIONS, ".sql")
        .forEach(file -> schemas.add(Sources.feature(MIGRATIONS, file)));
    return Pattern.compile(
        "(?i)\\b(?:from|join|into|update|table|exists|references|truncate|copy|only|on)\\s+("
            + String.join("|", schemas)
            + ")\\.([a-z_]+)");
  }
}

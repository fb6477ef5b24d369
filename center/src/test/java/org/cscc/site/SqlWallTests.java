package org.cscc.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Only a feature's own code and migrations name the tables of its schema. */
class SqlWallTests {
  private static final Path MIGRATIONS = Sources.RESOURCES.resolve("db/migration");

  /** Reaches over the wall that are meant, each with its reason; a stale entry fails. */
  private static final Map<String, String> MEANT = Map.of();

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

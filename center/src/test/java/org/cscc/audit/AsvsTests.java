package org.cscc.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of ASVS requirements has an answer that can be held against the code, for each. */
class AsvsTests {
  private static final Path SECURITY = Path.of("..", "docs", "security");
  private static final Set<String> ANSWERS =
      Set.of("test", "by design", "operator", "accepted", "not applicable");
  private static final int LEVELS_ONE_AND_TWO = 253;
  private static final Pattern TEST = Pattern.compile("\\b[A-Z][A-Za-z]*Tests\\b");
  private static final Pattern DOCUMENT = Pattern.compile("docs/[a-z/.-]+\\.md|decision (\\d{4})");

  private record Row(String number, String answer, String where) {}

  private static List<Row> rows() throws IOException {
    return Files.readAllLines(SECURITY.resolve("asvs.md")).stream()
        .filter(line -> line.matches("\\| \\d+\\.\\d+\\.\\d+ \\|.*"))
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
        .map(cells -> new Row(cells.get(1), cells.get(2), cells.get(3)))
        .toList();
  }

  @Test
  void everyRequirementHasOneAnswerAndNoneIsOpen() throws IOException {
    List<Row> rows = rows();
    assertThat(rows.stream().map(Row::number)).doesNotHaveDuplicates().hasSize(LEVELS_ONE_AND_TWO);
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(ANSWERS).as(row.number()).contains(row.answer());
              assertThat(row.where().length()).as(row.number()).isGreaterThan(3);
            });
  }

  @Test
  void everyAnswerNamesTestsAndDocumentsThatAreThere() throws IOException {
    Set<String> there;
    try (Stream<Path> files = Files.walk(Path.of("..", "center", "src", "test", "java"))) {
      there =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith("Tests.java"))
              .map(name -> name.replace(".java", ""))
              .collect(Collectors.toSet());
    }
    for (Row row : rows()) {
      List<String> named = TEST.matcher(row.where()).results().map(MatchResult::group).toList();
      assertThat(there).as(row.number()).containsAll(named);
      if (row.answer().equals("test")) {
        assertThat(named).as(row.number()).isNotEmpty();
      }
      for (MatchResult document : DOCUMENT.matcher(row.where()).results().toList()) {
        assertThat(exists(document)).as(row.number() + " " + document.group()).isTrue();
      }
    }
  }

  private static boolean exists(MatchResult document) throws IOException {
    if (document.group(1) == null) {
      return Files.exists(Path.of("..").resolve(document.group()));
    }
    try (Stream<Path> decisions = Files.list(Path.of("..", "docs", "decisions"))) {
      return decisions.anyMatch(
          file -> file.getFileName().toString().startsWith(document.group(1) + "-"));
    }
  }

  @Test
  void theTotalsAtTheHeadAreCounted() throws IOException {
    Map<String, Long> counted = new LinkedHashMap<>();
    rows().forEach(row -> counted.merge(row.answer(), 1L, Long::sum));
    String head = Files.readString(SECURITY.resolve("asvs.md"));
    counted.forEach((answer, n) -> assertThat(head).contains("| " + answer + " | " + n + " |\n"));
    assertThat(head).contains("| all | " + LEVELS_ONE_AND_TWO + " |\n");
    System.out.println("ASVS 5.0 levels 1 and 2: " + counted);
  }

  @Test
  void theLimitsThatAreWrittenDownAreThoseOfTheConfiguration() throws IOException {
    String settings = Files.readString(Path.of("src", "main", "resources", "application.yml"));
    List<String> named =
        Pattern.compile("`([a-z-]+: [0-9A-Za-z]+)`")
            .matcher(Files.readString(SECURITY.resolve("limits.md")))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(named).hasSizeGreaterThan(8);
    assertThat(named).allSatisfy(one -> assertThat(settings).contains(one + "\n"));
  }
}

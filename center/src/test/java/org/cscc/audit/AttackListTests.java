package org.cscc.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of attacks names tests that are there, and has a line for each theme of the issue. */
class AttackListTests {
  private static final Path LIST = Path.of("..", "docs", "security", "attacks.md");
  private static final Set<String> THEMES =
      Set.of(
          "forged form",
          "replayed form",
          "ids of others",
          "mass assignment",
          "SQL injection",
          "HTML injection",
          "formula injection",
          "oversized request",
          "slow request",
          "too many requests",
          "zip bomb",
          "polyglot",
          "headers and host",
          "expired agreement",
          "revoked consent");

  /**
   * Tests of the wire and of files that no line needs to name: they are variants of one that is.
   */
  private static final Set<String> VARIANTS =
      Set.of(
          "aConnectionThatIsOnlyIdleIsNoAttack",
          "theOwnNamesAndBareAddressesAreAnswered",
          "twoLengthsInOneRequestAreTurnedAwayAndNoted",
          "aNameThatClimbsOutOfItsFolderIsOnlyAName",
          "anAccountThatIsTakenAwayEndsWithTheNextRequest");

  private record Line(String theme, String answer, String row, String test) {}

  private static List<Line> lines() throws IOException {
    return Files.readAllLines(LIST).stream()
        .filter(
            line -> line.startsWith("| ") && !line.startsWith("| theme") && !line.contains("---"))
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
        .map(cells -> new Line(cells.get(1), cells.get(3), cells.get(4), cells.get(5)))
        .toList();
  }

  @Test
  void everyThemeHasALineWithAnAnswerAndARow() throws IOException {
    assertThat(lines().stream().map(Line::theme).collect(Collectors.toSet())).isEqualTo(THEMES);
    assertThat(lines())
        .allSatisfy(
            line -> {
              assertThat(line.answer()).isNotEmpty();
              assertThat(line.row()).isNotEmpty();
            });
  }

  @Test
  void everyLineNamesATestThatIsThere() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
      List<Path> tests = files.filter(file -> file.toString().endsWith("Tests.java")).toList();
      for (Line line : lines()) {
        String[] named = line.test().split("#", -1);
        Path file =
            tests.stream()
                .filter(test -> test.getFileName().toString().equals(named[0] + ".java"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(line.test()));
        assertThat(Files.readString(file)).as(line.test()).contains("void " + named[1] + "(");
      }
    }
    System.out.println("Attacks tried over HTTP: " + lines().size() + " lines");
  }

  @Test
  void everyTestOfAnAttackIsInTheList() throws IOException {
    String list = Files.readString(LIST);
    for (String name :
        List.of("AttackTests", "WireAttackTests", "FileAttackTests", "MidRequestAttackTests")) {
      Path file = Path.of("src", "test", "java", "org", "cscc", "audit", name + ".java");
      Files.readString(file)
          .lines()
          .filter(line -> line.matches("  void [A-Za-z0-9_]+\\(.*"))
          .map(line -> line.substring(7, line.indexOf('(')))
          .filter(test -> !VARIANTS.contains(test) && !test.equals("putTheSeedBack"))
          .filter(test -> !Set.of("lines", "rows").contains(test))
          .forEach(test -> assertThat(list).contains(name + "#" + test));
    }
  }
}

package org.cscc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Numbers are held against the reference in the tests of analysis; here, what a reader finds. */
class CaseCommandTests {
  private static final Path CASES = Path.of("../analysis/src/test/resources/reference");

  /** What the reference says about itself. */
  private static final Set<String> NOT_OURS =
      Set.of(
          "published",
          "independent_ids_match",
          "check_ptools_max_abs_PAI",
          "cbc_covered",
          "cbc_benefit",
          "lp_bound");

  @TempDir Path out;

  @ParameterizedTest
  @MethodSource("cases")
  void theAnswerHasTheKeysAndTheRowsOfTheReference(Path folder) throws IOException {
    assertThat(CommandRun.of("case", folder.toString(), "--out", out.toString()).code()).isZero();
    Path expected = folder.resolve("expected.json");
    if (Files.exists(expected)) {
      JsonNode mine = JsonMapper.shared().readTree(Files.readString(out.resolve("result.json")));
      JsonMapper.shared()
          .readTree(Files.readString(expected))
          .propertyNames()
          .forEach(key -> assertThat(NOT_OURS.contains(key) || mine.has(key)).as(key).isTrue());
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path table : files.filter(CaseCommandTests::isExpectedTable).toList()) {
        String name = table.getFileName().toString().replace("expected_", "result_");
        assertThat(Columns.of(out.resolve(name)).size()).isEqualTo(Columns.of(table).size());
      }
    }
  }

  @Test
  void aFolderThatIsNoCaseIsRefusedWithASentence() {
    assertThat(CommandRun.of("case", out.toString(), "--out", out.toString()).code())
        .isEqualTo(Analyze.REFUSED);
  }

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.sorted().toList().stream();
    }
  }

  private static boolean isExpectedTable(Path file) {
    return file.getFileName().toString().matches("expected_.*\\.csv");
  }
}

package org.cscc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each method's help ends with an example on a file of the repository. It is run here, and what it
 * prints is what was looked at by hand and stored.
 */
class ExampleTests {
  private static final Set<String> NO_METHODS = Set.of("list", "case");
  private static final String SIGN = "Example: ./cscc analyze ";

  @ParameterizedTest
  @MethodSource("methods")
  void theExampleOfTheHelpPrintsWhatWasStored(String method) throws IOException {
    CommandRun run = CommandRun.of(example(method));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    Path stored = CommandRun.EXAMPLES.resolve("expected").resolve(method + ".txt");
    if (System.getenv("CSCC_STORE_EXAMPLES") != null) {
      Files.writeString(stored, run.out());
    }
    assertThat(run.out()).isEqualTo(Files.readString(stored));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void theSameResultAsJsonAndCsvSaysWhereItComesFrom(String method) throws IOException {
    CommandRun json = CommandRun.of(with(example(method), "--json"));
    assertThat(json.code()).as(json.err()).isZero();
    JsonNode result = JsonMapper.shared().readTree(json.out());
    for (String key :
        List.of("method", "version", "n", "parameters", "not_for", "values", "rows")) {
      assertThat(result.has(key)).as(key).isTrue();
    }
    CommandRun csv = CommandRun.of(with(example(method), "--csv"));
    assertThat(csv.out().lines().limit(5))
        .allMatch(line -> line.startsWith("# "))
        .anyMatch(line -> line.startsWith("# not_for: "));
    long rows = csv.out().lines().filter(line -> !line.startsWith("#")).count() - 1;
    int expected =
        result.get("rows").isEmpty() ? result.get("values").size() : result.get("rows").size();
    assertThat(rows).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void whereRowsArePlacesTheyComeAsGeoJsonAndElseItSaysSo(String method) throws IOException {
    CommandRun run = CommandRun.of(with(example(method), "--geojson"));
    if (run.code() == 0) {
      JsonNode result = JsonMapper.shared().readTree(run.out());
      assertThat(result.get("type").asString()).isEqualTo("FeatureCollection");
      assertThat(result.get("features").get(0).get("geometry").has("coordinates")).isTrue();
      assertThat(result.get("provenance").has("not_for")).isTrue();
    } else {
      assertThat(run.code()).isEqualTo(Analyze.REFUSED);
      assertThat(run.err()).contains("no places").contains("--csv");
    }
  }

  static Stream<String> methods() {
    return Analyze.line().getSubcommands().keySet().stream()
        .filter(name -> !NO_METHODS.contains(name));
  }

  private static String[] example(String method) {
    CommandLine command =
        Objects.requireNonNull(Analyze.line().getSubcommands().get(method), method);
    String line =
        Arrays.stream(command.getCommandSpec().usageMessage().footer())
            .filter(text -> text.startsWith(SIGN))
            .findFirst()
            .orElseThrow(() -> new AssertionError(method + " has no example"));
    return line.substring(SIGN.length()).split(" ");
  }

  private static String[] with(String[] arguments, String more) {
    String[] longer = Arrays.copyOf(arguments, arguments.length + 1);
    longer[arguments.length] = more;
    return longer;
  }
}

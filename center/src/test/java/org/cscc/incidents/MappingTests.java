package org.cscc.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.home.CenterTest;
import org.cscc.home.HomeKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Files of another city, by the worked example; and two files at once. */
@CenterTest
class MappingTests {
  private static final Path EXAMPLES = Path.of("..", "examples");

  @Autowired Imports imports;
  @Autowired Incidents incidents;
  @Autowired Access access;
  @TempDir Path directory;

  @Test
  void theWorkedExampleGoesInAsItSays() {
    ImportOutcome outcome =
        imports.apply(
            EXAMPLES.resolve("lakeport-incidents.csv"),
            by(EXAMPLES.resolve("lakeport-mapping.yml")));
    ImportOutcome.Tally tally = ((ImportOutcome.Applied) outcome).tally();
    assertThat(tally.accepted()).isEqualTo(5);
    assertThat(tally.unmapped()).isEqualTo(1);
    List<IncidentFacts> serious =
        incidents.serious(
            access.forSystem(Capability.READ_INCIDENTS),
            LocalDate.of(2024, 7, 4),
            LocalDate.of(2024, 7, 6),
            null);
    assertThat(serious)
        .extracting(facts -> facts.type() + " " + facts.area() + " " + facts.block())
        .containsExactly("NONFATAL_SHOOTING 30 012XX S HARBOR ST", "HOMICIDE 25 002XX W MILL AVE");
  }

  @ParameterizedTest
  @CsvSource({
    "'columns: {date: When, type: Offense}', types",
    "'columns: {date: When}\ntypes: {Murder: HOMICIDE}', type",
    "'columns: {date: When, type: Offense}\ntypes: {Murder: KILLING}', KILLING",
    "'color: blue', color",
    "'zone: Mars/North\ncolumns: {date: When, type: Offense}\ntypes: {Murder: HOMICIDE}', zone",
    "'columns: [a', YAML"
  })
  void aMappingThatIsWrongSaysWhere(String mapping, String named) throws IOException {
    Path file = Files.writeString(directory.resolve("mapping.yml"), "delimiter: ;\n" + mapping);
    ImportOutcome outcome = imports.apply(EXAMPLES.resolve("lakeport-incidents.csv"), by(file));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            ImportOutcome.Refused.class,
            refused -> {
              assertThat(refused.rule()).isEqualTo("R-IMP-09");
              assertThat(refused.detail().getFirst()).contains(named);
            });
  }

  @Test
  void twoImportsAtOnceDoNotMix() throws IOException {
    Path first = Files.writeString(directory.resolve("a.csv"), rows("AA"));
    Path second = Files.writeString(directory.resolve("b.csv"), rows("AA"));
    CompletableFuture<ImportOutcome> other =
        CompletableFuture.supplyAsync(() -> imports.apply(first, ImportOptions.feed("one")));
    ImportOutcome own = imports.apply(second, ImportOptions.feed("two"));
    long added =
        List.of(own, other.join()).stream()
            .mapToLong(outcome -> ((ImportOutcome.Applied) outcome).tally().added())
            .sum();
    assertThat(added).isEqualTo(3000);
  }

  private static String rows(String prefix) {
    return IntStream.range(0, 3000)
        .mapToObj(
            i ->
                "8%05d,%s%05d,03/15/2001 10:00:00 PM,BATTERY,AGGRAVATED: HANDGUN"
                    .formatted(i, prefix, i))
        .collect(Collectors.joining("\n", "ID,Case Number,Date,Primary Type,Description\n", "\n"));
  }

  private static ImportOptions by(Path mapping) {
    return new ImportOptions(null, mapping, false, HomeKind.REAL, false, "test", null);
  }
}

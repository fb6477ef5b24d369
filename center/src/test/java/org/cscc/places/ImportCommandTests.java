package org.cscc.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportCommandTests {
  @TempDir Path folder;
  private final Reference city = Reference.fresh();

  private record Ran(int exit, String out) {
    JsonNode json() {
      return JsonMapper.builder().build().readTree(out);
    }
  }

  @Test
  void boundariesInUseEndWithZeroAndCountEveryFeature() {
    Path file = CityFile.of(city.areas(), city.boundaries().shapes()).in(folder);
    Ran ran =
        run(
            new ImportBoundariesCommand(city.boundaryImport(), java.util.List.of()),
            file.toString(),
            "--json");
    assertThat(ran.exit()).isZero();
    assertThat(ran.json().path("read").asInt()).isEqualTo(77);
    assertThat(ran.json().path("accepted").asInt() + ran.json().path("rejected").asInt())
        .isEqualTo(77);
  }

  @Test
  void boundariesSetAsideEndWithThreeAndSayRuleFeatureAndReason() {
    CityFile wrong = CityFile.of(city.areas(), city.boundaries().shapes());
    wrong.area("25", "Austin", city.boundaries().shapes().of(25).orElseThrow());
    Ran ran =
        run(
            new ImportBoundariesCommand(city.boundaryImport(), java.util.List.of()),
            wrong.in(folder).toString());
    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.out())
        .contains("nothing of the file counts", "read 78", "R-PLACE-05, feature 78");
  }

  @Test
  void aFileOfAnotherKindEndsWithFour() throws Exception {
    Path file = Files.writeString(folder.resolve("a.csv"), "a,b\n1,2\n");
    Ran ran =
        run(
            new ImportBoundariesCommand(city.boundaryImport(), java.util.List.of()),
            file.toString());
    assertThat(ran.exit()).isEqualTo(4);
    assertThat(ran.out()).contains("Refused, nothing was changed", "R-PLACE-01");
  }

  @Test
  void assetsSayReadAcceptedAndRejected() throws Exception {
    Path file =
        Files.writeString(folder.resolve("a.csv"), "name,lon,lat\nElm,-87.7,41.86\nOak,,\n");
    Ran ran =
        run(
            new ImportAssetsCommand(city.assetImport()),
            file.toString(),
            "--kind",
            "PARK",
            "--json");
    assertThat(ran.exit()).isZero();
    assertThat(ran.json().path("read").asInt()).isEqualTo(2);
    assertThat(ran.json().path("accepted").asInt()).isEqualTo(1);
    assertThat(ran.json().path("rejects").get(0).path("row").asInt()).isEqualTo(2);
    assertThat(city.assets().counts()).containsEntry(AssetKind.PARK, 1L);
  }

  private static Ran run(Object command, String... arguments) {
    StringWriter out = new StringWriter();
    int exit = new CommandLine(command).setOut(new PrintWriter(out)).execute(arguments);
    return new Ran(exit, out.toString());
  }
}

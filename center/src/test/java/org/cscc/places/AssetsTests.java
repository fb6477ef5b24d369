package org.cscc.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import org.cscc.home.HomeKind;
import org.cscc.places.AssetOutcome.Applied;
import org.cscc.places.AssetOutcome.Quarantined;
import org.cscc.places.AssetOutcome.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTests {
  private static final String CSV =
      """
      Name,Lon,Lat,Opens,Closes,Principal
      Lincoln School,-87.7000,41.8600,08:00,15:15,Jane Doe
      Oak School,-87.7000,41.8610,,,John Doe
      Nowhere School,,,,,
      Atlantic School,0,0,,,
      """;

  @TempDir Path folder;
  private final Reference city = Reference.fresh();

  @Test
  void theNearestComeFirstWithTheirDistance() throws Exception {
    bring("schools.csv", CSV);
    List<NearbyAsset> near = city.assets().near(-87.7000, 41.8600, 150);
    assertThat(near)
        .extracting(found -> found.asset().name())
        .containsExactly("Lincoln School", "Oak School");
    assertThat(near.get(0).metres()).isZero();
    assertThat(near.get(1).metres()).isCloseTo(111.2, org.assertj.core.data.Offset.offset(0.1));
    assertThat(city.assets().near(-87.7000, 41.8600, 100)).hasSize(1);
  }

  @Test
  void acceptedAndRejectedRowsAreAllThatWereRead() throws Exception {
    Applied applied = (Applied) bring("schools.csv", CSV);
    assertThat(applied.read()).isEqualTo(4);
    assertThat(applied.accepted() + applied.rejects().size()).isEqualTo(4);
    assertThat(applied.rejects()).extracting(AssetOutcome.Reject::row).containsExactly(3, 4);
    assertThat(city.assets().all().getFirst().opens()).isEqualTo(LocalTime.of(8, 0));
  }

  @Test
  void namesOfPeopleInOtherColumnsAreNotKept() throws Exception {
    bring("schools.csv", CSV);
    assertThat(city.jdbc().sql("select a::text from places.asset a").query(String.class).list())
        .noneMatch(row -> row.contains("Doe"));
  }

  @Test
  void aNewFileOfAKindTakesTheSteadOfTheOldAndLeavesOtherKinds() throws Exception {
    bring("schools.csv", CSV);
    Path parks =
        Files.writeString(folder.resolve("p.csv"), "name,lon,lat\nOak Park,-87.71,41.86\n");
    city.assetImport().apply(parks, AssetKind.PARK, false);
    bring("schools.csv", "name,lon,lat\nElm School,-87.70,41.86\n");
    assertThat(city.assets().all())
        .extracting(Asset::name)
        .containsExactlyInAnyOrder("Oak Park", "Elm School");
  }

  @Test
  void geoJsonPointsAreReadAsWell() throws Exception {
    Applied applied =
        (Applied)
            bring(
                "x.geojson",
                """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"NAME":"Elm School"},
                "geometry":{"type":"Point","coordinates":[-87.70,41.86]}}]}
                """);
    assertThat(applied.accepted()).isEqualTo(1);
  }

  @Test
  void aFileWithMoreWrongRowsThanRightOnesIsSetAside() throws Exception {
    AssetOutcome outcome =
        bring("x.csv", "name,lon,lat\nA,41.86,-87.70\nB,41.87,-87.71\nC,-87.7,41.8\n");
    assertThat(outcome).isInstanceOf(Quarantined.class);
    assertThat(city.assets().all()).isEmpty();
    assertThat(city.home().kind()).isEqualTo(HomeKind.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "name,lon,lat\n", "a,a\n1,2\n"})
  void anUnusableFileIsRefusedOrSetAside(String text) throws Exception {
    assertThat(bring("x.csv", text)).isNotInstanceOf(Applied.class);
  }

  @Test
  void realPlacesNeverEnterADemo() throws Exception {
    city.home().claim(HomeKind.DEMO);
    assertThat(bring("schools.csv", CSV)).isInstanceOf(Refused.class);
    assertThat(city.assets().all()).isEmpty();
  }

  @Test
  void aRunningProgramSeesWhatAnotherBrought() throws Exception {
    Reference running = city.beside();
    assertThat(running.assets().all()).isEmpty();
    bring("schools.csv", CSV);
    for (int i = 0; i < 150 && running.assets().all().isEmpty(); i++) {
      Thread.sleep(100);
    }
    assertThat(running.assets().all()).hasSize(2);
  }

  private AssetOutcome bring(String name, String text) throws Exception {
    return city.assetImport()
        .apply(Files.writeString(folder.resolve(name), text), AssetKind.SCHOOL, false);
  }
}

package org.cscc.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;
import org.cscc.drawing.Position;
import org.cscc.home.HomeKind;
import org.cscc.places.BoundaryOutcome.Applied;
import org.cscc.places.BoundaryOutcome.Problem;
import org.cscc.places.BoundaryOutcome.Quarantined;
import org.cscc.places.BoundaryOutcome.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundaryImportTests {
  @TempDir Path folder;
  private final Reference city = Reference.fresh();

  @Test
  void aFileOfTheWholeCityIsUsedAndSaysWhatItIs() {
    Applied applied = applied(bring(whole()));

    assertThat(applied.read()).isEqualTo(77);
    assertThat(applied.added()).isZero();
    assertThat(city.boundaries().approximate()).isFalse();
    assertThat(city.boundaries().asOf()).hasValue(Instant.parse("2026-11-24T14:00:00Z"));
    assertThat(city.boundaries().source()).isEqualTo("areas.geojson");
    assertThat(city.boundaries().areaAt(-87.763, 41.894)).hasValue(25);
  }

  @Test
  void theSameFileTwiceChangesNothing() {
    Applied first = applied(bring(whole()));
    Applied second = applied(bring(whole()));

    assertThat(second.unchanged()).isTrue();
    assertThat(second.version()).isEqualTo(first.version());
    assertThat(versions()).isEqualTo(1);
  }

  @Test
  void anotherFileMakesANewVersionAndKeepsTheOld() {
    bring(whole());
    Applied second = applied(bring(whole().crs("urn:ogc:def:crs:OGC:1.3:CRS84")));

    assertThat(second.unchanged()).isFalse();
    assertThat(versions()).isEqualTo(2);
  }

  @Test
  void aCompressedFileIsReadAsWell() throws Exception {
    Path file = folder.resolve("areas.geojson.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(whole().text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    assertThat(city.boundaryImport().apply(file, BoundaryOptions.NONE)).isInstanceOf(Applied.class);
  }

  @Test
  void anEmptyHomeBecomesARealOneAndADemoStaysADemo() {
    assertThat(city.home().kind()).isEqualTo(HomeKind.EMPTY);
    bring(whole());
    assertThat(city.home().kind()).isEqualTo(HomeKind.REAL);

    Reference demo = Reference.fresh();
    demo.home().claim(HomeKind.DEMO);
    assertThat(demo.boundaryImport().apply(whole().in(folder), BoundaryOptions.NONE))
        .isInstanceOf(Applied.class);
    assertThat(demo.home().kind()).isEqualTo(HomeKind.DEMO);
  }

  @Test
  void aDryRunChangesNothing() {
    BoundaryOutcome outcome =
        city.boundaryImport()
            .apply(whole().in(folder), new BoundaryOptions(null, null, null, null, null, true));
    assertThat(outcome).isInstanceOf(Applied.class);
    assertThat(versions()).isZero();
    assertThat(city.home().kind()).isEqualTo(HomeKind.EMPTY);
  }

  @Test
  void aRunningCenterUsesTheBoundariesThatAnotherProgramImported() throws Exception {
    Reference running = city.beside();
    assertThat(running.boundaries().approximate()).isTrue();

    bring(whole());

    Instant end = Instant.now().plus(Duration.ofSeconds(15));
    while (running.boundaries().approximate() && Instant.now().isBefore(end)) {
      Thread.sleep(100);
    }
    assertThat(running.boundaries().approximate()).isFalse();
  }

  @Test
  void statePlaneFeetAreRecognisedAndTurnedIntoDegrees() {
    Applied applied = applied(bring(inFeet()));

    assertThat(applied.notes()).anySatisfy(note -> assertThat(note).contains("EPSG:3435"));
    assertThat(city.areas().all())
        .allSatisfy(
            area ->
                assertThat(city.boundaries().areaAt(area.centerLon(), area.centerLat()))
                    .isEqualTo(OptionalInt.of(area.number())));
  }

  @Test
  void statePlaneByNameIsReadAsWhatItSays() {
    Applied applied = applied(bring(inFeet().crs("urn:ogc:def:crs:EPSG::3435")));
    assertThat(applied.notes()).anySatisfy(note -> assertThat(note).contains("feet"));
  }

  @Test
  void feetThatAreSaidToBeMetresAreRefusedNotMisread() {
    BoundaryOutcome outcome = bring(inFeet().crs("EPSG:26971"));
    assertThat(outcome).isNotInstanceOf(Applied.class);
    assertThat(versions()).isZero();
  }

  @Test
  void anUnknownCoordinateSystemIsRefusedWithWhatToDo() {
    Problem problem = refused(bring(whole().crs("urn:ogc:def:crs:EPSG::3857")));
    assertThat(problem.rule()).isEqualTo("R-PLACE-03");
    assertThat(problem.what()).contains("3857").contains("WGS84");
  }

  @Test
  void latitudeFirstIsRecognisedAndSaid() {
    Applied applied =
        applied(
            bring(
                CityFile.of(
                    city.areas(), city.boundaries().shapes(), p -> p.lat() + "," + p.lon())));
    assertThat(applied.notes()).anySatisfy(note -> assertThat(note).contains("latitude first"));
    assertThat(city.boundaries().areaAt(-87.763, 41.894)).hasValue(25);
  }

  @Test
  void aFileOfAnotherPlaceIsRefused() {
    CityFile shifted =
        CityFile.of(city.areas(), city.boundaries().shapes(), p -> (p.lon() + 2) + "," + p.lat());
    assertThat(refused(bring(shifted)).rule()).isEqualTo("R-PLACE-03");
  }

  @Test
  void anAreaThatIsThereTwiceSetsTheFileAside() {
    CityFile file = whole();
    file.area("25", "Austin", city.boundaries().shapes().of(25).orElseThrow());
    Quarantined quarantined = quarantined(bring(file));

    assertThat(quarantined.problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.rule()).isEqualTo("R-PLACE-05");
              assertThat(problem.feature()).isEqualTo(78);
            });
    assertThat(quarantined.accepted() + quarantined.rejected()).isEqualTo(quarantined.read());
    assertThat(versions()).isZero();
  }

  @Test
  void aMissingAreaSetsTheFileAside() {
    Quarantined quarantined = quarantined(bring(whole().without(24)));
    assertThat(quarantined.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.what()).contains("25 Austin"));
  }

  @Test
  void aNameThatContradictsItsNumberSetsTheFileAside() {
    CityFile file = whole().without(24);
    file.area("25", "Uptown", city.boundaries().shapes().of(25).orElseThrow());
    assertThat(quarantined(bring(file)).problems())
        .extracting(Problem::rule)
        .contains("R-PLACE-06");
  }

  @Test
  void anOutlineThatBelongsElsewhereSetsTheFileAside() {
    CityFile far = whole().without(24).without(0);
    far.area("25", "Austin", city.boundaries().shapes().of(1).orElseThrow());
    far.area("1", "Rogers Park", city.boundaries().shapes().of(25).orElseThrow());
    assertThat(quarantined(bring(far)).problems()).extracting(Problem::rule).contains("R-PLACE-07");
  }

  @Test
  void anOutlineThatCrossesItselfSetsTheFileAside() {
    CityFile file = whole().without(24);
    file.feature(
        "25",
        "Austin",
        "{\"type\":\"Polygon\",\"coordinates\":[[[-87.8,41.9],[-87.7,41.91],[-87.8,41.91],[-87.7,41.9],[-87.8,41.9]]]}");
    assertThat(quarantined(bring(file)).problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.rule()).isEqualTo("R-PLACE-04");
              assertThat(problem.what()).contains("not valid");
            });
  }

  @Test
  void overlappingAreasSetTheFileAside() {
    CityFile file =
        new CityFile()
            .square("1", "North", -89.70, 39.80, 0.1)
            .square("2", "South", -89.65, 39.80, 0.1);
    assertThat(quarantined(city.boundaryImport().apply(file.in(folder), springfield())).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.rule()).isEqualTo("R-PLACE-08"));
  }

  @Test
  void anyOtherCityBringsItsOwnAreas() {
    CityFile file =
        new CityFile()
            .square("1", "NORTH END", -89.70, 39.80, 0.1)
            .square("2", "Old Town", -89.60, 39.80, 0.1);
    Applied applied = applied(city.boundaryImport().apply(file.in(folder), springfield()));

    assertThat(applied.added()).isEqualTo(2);
    assertThat(city.areas().all())
        .extracting(CommunityArea::name)
        .containsExactly("North End", "Old Town");
    assertThat(city.areas().all()).allSatisfy(a -> assertThat(a.city()).isEqualTo("Springfield"));
    assertThat(city.boundaries().areaAt(-89.65, 39.85)).hasValue(1);
    assertThat(
            new PriorityAreas(city.jdbc(), Reference.CLOCK)
                .on(java.time.LocalDate.of(2026, 11, 24)))
        .isEmpty();
  }

  @Test
  void aHomeThatHasBoundariesIsNotGivenToAnotherCity() {
    bring(whole());
    CityFile file = new CityFile().square("1", "North", -89.70, 39.80, 0.1);
    assertThat(refused(city.boundaryImport().apply(file.in(folder), springfield())).rule())
        .isEqualTo("R-PLACE-10");
    assertThat(city.areas().all()).hasSize(77);
  }

  @Test
  void filesOfAnotherKindAreRefusedAtTheDoor() throws Exception {
    for (String text : List.of("", "id,name\n1,x\n", "{\"type\":\"Feature\"}", "PK\u0003\u0004")) {
      Path file = Files.writeString(folder.resolve("file"), text);
      assertThat(refused(city.boundaryImport().apply(file, BoundaryOptions.NONE)).rule())
          .isEqualTo("R-PLACE-01");
    }
    Path absent = folder.resolve("absent.geojson");
    assertThat(refused(city.boundaryImport().apply(absent, BoundaryOptions.NONE)).what())
        .contains("absent.geojson");
  }

  private static BoundaryOptions springfield() {
    return new BoundaryOptions(null, null, "Springfield", null, null, false);
  }

  private CityFile whole() {
    return CityFile.of(city.areas(), Reference.fresh().boundaries().shapes());
  }

  private CityFile inFeet() {
    return CityFile.of(
        city.areas(),
        city.boundaries().shapes(),
        point -> {
          double[] feet = feet(point);
          return feet[0] + "," + feet[1];
        });
  }

  /** The inverse of the inverse, found step by step: the tests need the way forth. */
  private static double[] feet(Position wanted) {
    double x = 1_160_000;
    double y = 1_900_000;
    for (int i = 0; i < 30; i++) {
      Position at = IllinoisEast.fromFeet(x, y);
      x += (wanted.lon() - at.lon()) * 272_000;
      y += (wanted.lat() - at.lat()) * 364_500;
    }
    return new double[] {x, y};
  }

  private BoundaryOutcome bring(CityFile file) {
    return city.boundaryImport().apply(file.in(folder), BoundaryOptions.NONE);
  }

  private long versions() {
    return city.jdbc()
        .sql("select count(*) from places.boundary_version")
        .query(Long.class)
        .single();
  }

  private static Applied applied(BoundaryOutcome outcome) {
    assertThat(outcome).isInstanceOf(Applied.class);
    return (Applied) outcome;
  }

  private static Quarantined quarantined(BoundaryOutcome outcome) {
    assertThat(outcome).isInstanceOf(Quarantined.class);
    return (Quarantined) outcome;
  }

  private static Problem refused(BoundaryOutcome outcome) {
    assertThat(outcome).isInstanceOf(Refused.class);
    return ((Refused) outcome).problem();
  }
}

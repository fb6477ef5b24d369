package org.cscc;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The walls of the house: who may enter which room. */
class HouseTests {
  /** A library, not a room: its packages are all public, and these rooms alone may call it. */
  private static final String LIBRARY = "org.cscc.analysis..";

  private static final String[] ROOMS_THAT_COMPUTE = {
    "org.cscc.patterns..", "org.cscc.referrals.."
  };

  private final ApplicationModules rooms =
      ApplicationModules.of(SafetyCenter.class, resideInAPackage(LIBRARY));

  @Test
  void everyRoomKeepsToTheDoorsItNames() {
    rooms.verify();
  }

  @Test
  void onlyRoomsThatComputeCallTheLibraryOfStatistics() {
    noClasses()
        .that(not(resideInAPackage(LIBRARY)))
        .and()
        .resideOutsideOfPackages(ROOMS_THAT_COMPUTE)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(LIBRARY)
        .check(everything());
  }

  @Test
  void theLibraryOfStatisticsKnowsNoRoomAndNoFramework() {
    noClasses()
        .that()
        .resideInAPackage(LIBRARY)
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.cscc..")
                .and(not(resideInAPackage(LIBRARY)))
                .or(resideInAPackage("org.springframework..")))
        .check(everything());
  }

  private static JavaClasses everything() {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("org.cscc");
  }

  @Test
  void theTableOfRoomsInTheArchitecturePageIsTheOneInTheCode() throws IOException {
    String page = Files.readString(Path.of("..", "ARCHITECTURE.md"));
    String table =
        Stream.concat(
                Stream.of("| room | may enter |", "| --- | --- |"),
                rooms.stream()
                    .filter(room -> !room.isRootModule())
                    .sorted(Comparator.comparing(HouseTests::name))
                    .map(room -> "| `" + name(room) + "` | " + doors(room) + " |"))
            .collect(joining("\n"));
    assertThat(page)
        .as("replace the table between the room marks of ARCHITECTURE.md with this one:%n%s", table)
        .contains("<!-- rooms -->\n" + table + "\n<!-- /rooms -->");
  }

  private static String name(ApplicationModule room) {
    return room.getIdentifier().toString();
  }

  private static String doors(ApplicationModule room) {
    try {
      var declared =
          Class.forName(room.getBasePackage().getName() + ".package-info")
              .getAnnotation(org.springframework.modulith.ApplicationModule.class);
      if (declared == null) {
        throw new IllegalStateException("Room without @ApplicationModule: " + name(room));
      }
      String doors =
          Arrays.stream(declared.allowedDependencies())
              .map(d -> "`" + d + "`")
              .collect(joining(", "));
      return doors.isEmpty() ? "nothing of ours" : doors;
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("Room without package-info: " + name(room), e);
    }
  }
}

package org.cscc;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

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
  private final ApplicationModules rooms = ApplicationModules.of(SafetyCenter.class);

  @Test
  void everyRoomKeepsToTheDoorsItNames() {
    rooms.verify();
  }

  @Test
  void theTableOfRoomsInTheArchitecturePageIsTheOneInTheCode() throws IOException {
    String page = Files.readString(Path.of("..", "ARCHITECTURE.md"));
    String table =
        Stream.concat(
                Stream.of("| room | may enter |", "| --- | --- |"),
                rooms.stream()
                    .filter(room -> !room.isRootModule() && !name(room).equals("analysis"))
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

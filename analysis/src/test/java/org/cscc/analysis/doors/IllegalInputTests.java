package org.cscc.analysis.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cscc.analysis.InvalidInput;
import org.cscc.analysis.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Illegal input meets a named refusal or a defined result at every public door. The expected
 * outcomes are the lines of {@code illegal-inputs.txt}; {@code CSCC_ILLEGAL=FILE} writes the lines
 * as they are now, to be read before they replace it.
 */
class IllegalInputTests {
  private static final Path SOURCES = Path.of("src/main/java");

  /** The error itself. */
  private static final Set<Class<?>> NO_DOORS = Set.of(InvalidInput.class);

  /** What a result consists of, and what is checked by the method it is put in. */
  private static final Set<String> PARTS =
      Set.of(
          "Shrinkage",
          "Part",
          "Incident",
          "BlockScore",
          "Cell",
          "Window",
          "Year",
          "Summary",
          "Score",
          "Entry",
          "Interval",
          "Sum",
          "Estimate",
          "Balance",
          "Pair",
          "Prior",
          "ScanCluster",
          "TwoThirds",
          "Now");

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void illegalInputMeetsANamedRefusalOrADefinedResult(String line, Call call, String expected) {
    assertThat(Told.by(call)).as(line).isEqualTo(expected);
  }

  @Test
  void whatIsAsItShouldBeIsNotRefused() {
    for (Door door : Doors.all()) {
      String told = Told.by(door.legal());
      if (!door.legal().toString().startsWith("LiveDensity.remove")) {
        assertThat(told).as(door.legal().toString()).startsWith("=");
      }
    }
  }

  @Test
  void everyPublicDoorStandsInTheTable() throws Exception {
    Set<String> doors = new TreeSet<>();
    for (Class<?> type : publicTypes()) {
      doors(type).map(Call::name).forEach(doors::add);
    }
    Set<String> tabled = new TreeSet<>();
    Doors.all().forEach(door -> tabled.add(door.legal().toString()));
    assertThat(doors).hasSizeGreaterThan(100);
    assertThat(tabled).isEqualTo(doors);
  }

  @Test
  void noLineOfTheTableIsLeftOver() throws IOException {
    Map<String, String> expected = table();
    Map<String, Call> calls = calls();
    assertThat(expected.keySet()).isEqualTo(new TreeSet<>(calls.keySet()));
    assertThat(expected.values()).noneMatch(told -> told.startsWith("!!"));
  }

  static Stream<Object[]> lines() throws IOException {
    Map<String, Call> calls = calls();
    String file = System.getenv("CSCC_ILLEGAL");
    if (file != null) {
      StringBuilder text = new StringBuilder();
      new TreeMap<>(calls)
          .forEach((line, call) -> text.append(line + " | " + Told.by(call) + "\n"));
      Files.writeString(Path.of(file), text);
    }
    Map<String, String> expected = table();
    return calls.entrySet().stream()
        .map(
            entry ->
                new Object[] {
                  entry.getKey(), entry.getValue(), expected.getOrDefault(entry.getKey(), "")
                });
  }

  private static Map<String, Call> calls() {
    Map<String, Call> calls = new LinkedHashMap<>();
    for (Door door : Doors.all()) {
      door.spoiled().forEach((what, call) -> calls.put(call + " | " + what, call));
    }
    return calls;
  }

  private static Map<String, String> table() throws IOException {
    try (var in = IllegalInputTests.class.getResourceAsStream("/illegal-inputs.txt")) {
      Map<String, String> table = new TreeMap<>();
      String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> line.contains(" | "))
          .forEach(
              line -> {
                int at = line.lastIndexOf(" | ");
                table.put(line.substring(0, at), line.substring(at + 3));
              });
      return table;
    }
  }

  private static Stream<Executable> doors(Class<?> type) {
    Stream<Method> methods =
        Arrays.stream(type.getDeclaredMethods())
            .filter(m -> !m.isSynthetic() && !Modifier.isAbstract(m.getModifiers()))
            .filter(m -> !m.getName().equals("equals") && !m.getName().equals("valueOf"));
    boolean result =
        type.isRecord()
            && (PARTS.contains(type.getSimpleName())
                || Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .anyMatch(Provenance.class::equals));
    boolean built = !result && type != Provenance.class;
    return Stream.concat(
            methods, built ? Arrays.stream(type.getDeclaredConstructors()) : Stream.empty())
        .filter(door -> Modifier.isPublic(door.getModifiers()))
        .filter(door -> door.getParameterCount() > 0);
  }

  private static Set<Class<?>> publicTypes() throws IOException, ClassNotFoundException {
    Set<Class<?>> types = new java.util.LinkedHashSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String name = SOURCES.relativize(file).toString().replace('/', '.').replace(".java", "");
        if (!name.endsWith("package-info")) {
          add(types, Class.forName(name, false, IllegalInputTests.class.getClassLoader()));
        }
      }
    }
    return types;
  }

  private static void add(Set<Class<?>> types, Class<?> type) {
    if (Modifier.isPublic(type.getModifiers()) && !NO_DOORS.contains(type)) {
      types.add(type);
      Arrays.stream(type.getDeclaredClasses()).forEach(inner -> add(types, inner));
    }
  }
}

package org.cscc.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every door of the library, and for every one that is still to come. */
class EveryResultTests {
  private static final Path SOURCES = Path.of("src/main/java");

  /** Inputs that a factory makes, and parts of a result that carries the provenance for them. */
  private static final Set<String> NO_RESULTS =
      Set.of("Provenance", "KnoxBands", "KnoxEvents", "Grid", "ScanLocations");

  @Test
  void everyResultRecordCarriesNParametersMethodVersionAndWhatItIsNotFor() throws Exception {
    List<String> without = new ArrayList<>();
    int results = 0;
    for (Class<?> type : publicTypes()) {
      for (Method method : type.getDeclaredMethods()) {
        Class<?> result = method.getReturnType();
        boolean door =
            Modifier.isPublic(method.getModifiers())
                && Modifier.isStatic(method.getModifiers())
                && result.isRecord()
                && result.getName().startsWith("org.cscc.analysis");
        if (door && !NO_RESULTS.contains(result.getSimpleName())) {
          results++;
          boolean carries =
              Arrays.stream(result.getRecordComponents())
                  .map(RecordComponent::getType)
                  .anyMatch(Provenance.class::equals);
          if (!carries) {
            without.add(type.getSimpleName() + "." + method.getName());
          }
        }
      }
    }
    assertThat(results).isGreaterThan(30);
    assertThat(without).isEmpty();
  }

  @Test
  void aProvenanceSaysAllFive() {
    Provenance said = Provenance.of("A method (Paper 2000)", 7, Caution.BURSTS).with("k", 2.0);
    assertThat(said.method()).isNotBlank();
    assertThat(said.version()).isNotBlank();
    assertThat(said.n()).isEqualTo(7);
    assertThat(said.parameters()).containsEntry("k", "2");
    for (Caution caution : Caution.values()) {
      assertThat(caution.sentence()).endsWith(".").hasSizeGreaterThan(30);
    }
  }

  @Test
  void everyPublicTypeAndMethodIsDescribed() throws IOException {
    List<String> bare = new ArrayList<>();
    int described = 0;
    for (Path file : sources()) {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        if (line.matches("( {2})?public .*[({]") && !line.contains("@Override")) {
          int above = i - 1;
          boolean overrides = false;
          while (above >= 0 && lines.get(above).strip().startsWith("@")) {
            overrides |= lines.get(above).contains("@Override");
            above--;
          }
          described++;
          if (!overrides && !lines.get(above).strip().endsWith("*/")) {
            bare.add(file.getFileName() + ":" + (i + 1) + line);
          }
        }
      }
    }
    assertThat(described).isGreaterThan(150);
    assertThat(bare).isEmpty();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .toList();
    }
  }

  private static List<Class<?>> publicTypes() throws IOException, ClassNotFoundException {
    List<Class<?>> types = new ArrayList<>();
    for (Path file : sources()) {
      String name = SOURCES.relativize(file).toString().replace('/', '.').replace(".java", "");
      Class<?> type = Class.forName(name, false, EveryResultTests.class.getClassLoader());
      if (Modifier.isPublic(type.getModifiers())) {
        types.add(type);
      }
    }
    return types;
  }
}

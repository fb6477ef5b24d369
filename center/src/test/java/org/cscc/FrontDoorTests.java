package org.cscc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that everything is started by. */
class FrontDoorTests {
  @TempDir Path directory;

  @Test
  void aMachineWithoutJdk25GetsOnePlainSentence() throws Exception {
    Path old = Files.createDirectories(directory.resolve("jdk-17").resolve("bin"));
    Files.createFile(old.resolve("javac")).toFile().setExecutable(true);
    Files.writeString(old.resolveSibling("release"), "JAVA_VERSION=\"17.0.1\"\n");
    ProcessBuilder builder = new ProcessBuilder("bash", script().toString());
    builder.environment().keySet().removeAll(java.util.Set.of("JAVA_HOME", "CSCC_JAVA_HOME"));
    builder.environment().put("CSCC_JDKS", directory.toString());
    Process process = builder.start();
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(err.lines().toList())
        .singleElement()
        .asString()
        .contains("Java Development Kit 25", "install");
  }

  private static Path script() {
    for (Path here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
      if (Files.exists(here.resolve("cscc"))) {
        return here.resolve("cscc");
      }
    }
    throw new IllegalStateException("The script is not above the working directory");
  }
}

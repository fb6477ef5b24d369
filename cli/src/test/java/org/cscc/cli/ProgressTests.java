package org.cscc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.cscc.analysis.Progress;
import org.junit.jupiter.api.Test;

class ProgressTests {

  @Test
  void aLongRunSaysHowMuchIsDoneOfHowMuch() {
    assertThat(OwnFilesCommand.words(new Progress.Now("replicas", 423, 999), 12))
        .isEqualTo("423 of 999 replicas after 12 s");
  }

  @Test
  void whatCanNotBeCountedSaysHowLongItTakes() {
    assertThat(OwnFilesCommand.words(new Progress.Now("", 0, 0), 12)).isEqualTo("computing, 12 s");
  }

  @Test
  void aRunOfSixSecondsIsHeardOf() throws Exception {
    java.nio.file.Path file = java.nio.file.Files.createTempFile("rates", ".csv");
    StringBuilder text = new StringBuilder("id,events,people\n");
    for (int i = 0; i < 1500; i++) {
      text.append(i + "," + (i % 37) * (i % 11) + "," + (1000 + i) + "\n");
    }
    java.nio.file.Files.writeString(file, text);
    CommandRun run =
        CommandRun.of(
            "rank",
            file.toString(),
            "--events",
            "events",
            "--population",
            "people",
            "--replicas",
            "40000");
    java.nio.file.Files.delete(file);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).containsPattern("rank: \\d+ of 40000 replicas after \\d+ s");
  }
}

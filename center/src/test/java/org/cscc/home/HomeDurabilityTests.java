package org.cscc.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after the program was killed; programs of their own, no mocks. */
class HomeDurabilityTests {
  @TempDir Path directory;
  private @Nullable Process running;

  @AfterEach
  void endWhatRuns() throws InterruptedException {
    if (running != null) {
      running.destroy();
      if (!running.waitFor(60, TimeUnit.SECONDS)) {
        running.destroyForcibly();
      }
    }
  }

  @Test
  void everyAcknowledgedRowIsThereAfterTheProgramAndItsServerWereKilled() throws Exception {
    CenterProcess center = center();
    running = center.serve();
    AtomicInteger acknowledged = new AtomicInteger();
    execute(center, "create table kept (number int primary key)");
    Thread writer = Thread.ofVirtual().start(() -> writeUntilTheServerIsGone(center, acknowledged));
    while (acknowledged.get() < 300) {
      Thread.sleep(5);
    }

    long postmaster = postmaster();
    kill(running.toHandle());
    int whenKilled = acknowledged.get();
    while (acknowledged.get() < whenKilled + 50) {
      Thread.sleep(5); // The server outlives its program; what it acknowledges counts as well.
    }
    kill(ProcessHandle.of(postmaster).orElseThrow());
    writer.join();

    running = center.serve();
    try (Connection connection = center.database();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*), max(number) from kept")) {
      row.next();
      assertThat(row.getInt(1)).isGreaterThanOrEqualTo(acknowledged.get());
      assertThat(row.getInt(1)).isEqualTo(row.getInt(2));
    }
  }

  @Test
  void theServerThatAKilledProgramLeftIsEndedAtTheNextStart() throws Exception {
    CenterProcess center = center();
    running = center.serve();
    ProcessHandle orphan = ProcessHandle.of(postmaster()).orElseThrow();
    kill(running.toHandle());
    assertThat(orphan.isAlive()).isTrue();

    running = center.serve();

    assertThat(orphan.isAlive()).isFalse();
    assertThat(postmaster()).isNotEqualTo(orphan.pid());
  }

  @Test
  void theServerWritesThroughAndLetsNobodyInWithoutThePassword() throws Exception {
    CenterProcess center = center();
    running = center.serve();
    assertThat(setting(center, "fsync")).isEqualTo("on");
    assertThat(setting(center, "synchronous_commit")).isEqualTo("on");
    assertThat(setting(center, "full_page_writes")).isEqualTo("on");
    assertThatThrownBy(() -> center.database("wrong")).isInstanceOf(SQLException.class);
    assertThat(mode(directory)).isEqualTo("rwx------");
    assertThat(mode(directory.resolve("postgres"))).isEqualTo("rwx------");
    assertThat(mode(directory.resolve("postgres.password"))).isEqualTo("rw-------");
  }

  @Test
  void theSecondCenterOnAHomeSaysSoInOneSentence() throws Exception {
    running = center().serve();
    CenterProcess.Ended second = center().run();
    assertThat(second.exit()).isEqualTo(1);
    assertThat(second.err().lines().toList())
        .singleElement()
        .asString()
        .contains("process " + running.pid())
        .contains("CSCC_HOME");
  }

  @Test
  void aBusyPortIsOneSentence() throws Exception {
    CenterProcess center = center();
    running = center.serve();
    CenterProcess.Ended second = center.run();
    assertThat(second.exit()).isEqualTo(1);
    assertThat(second.err().lines().toList())
        .singleElement()
        .asString()
        .contains("port " + center.port())
        .contains("CSCC_PORT");
  }

  @Test
  void aFolderWithOtherFilesIsLeftAsItIs() throws Exception {
    Files.writeString(directory.resolve("letter.txt"), "mine");
    CenterProcess.Ended ended = center().run("accounts", "list");
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err()).contains("holds other files").doesNotContain("\tat ");
    assertThat(directory).isDirectoryContaining(path -> path.endsWith("letter.txt"));
    assertThat(Files.exists(directory.resolve("postgres"))).isFalse();
  }

  @Test
  void aDatabaseThatWasHalfMadeIsMadeAgain() throws Exception {
    Files.createDirectory(directory.resolve("postgres"));
    Files.writeString(directory.resolve("postgres").resolve("PG_VERSION"), "18\n");
    Files.writeString(directory.resolve("postgres.unfinished"), "");
    Files.writeString(directory.resolve("home.lock"), "");
    assertThat(center().run("accounts", "list").exit()).isEqualTo(0);
    assertThat(Files.exists(directory.resolve("postgres.unfinished"))).isFalse();
  }

  private CenterProcess center() {
    return new CenterProcess(directory, "cscc.demo-city=false");
  }

  private long postmaster() throws Exception {
    return Long.parseLong(
        Files.readAllLines(directory.resolve("postgres").resolve("postmaster.pid")).getFirst());
  }

  private static void kill(ProcessHandle process) throws Exception {
    process.destroyForcibly();
    process.onExit().get(30, TimeUnit.SECONDS);
  }

  private static void writeUntilTheServerIsGone(CenterProcess center, AtomicInteger acknowledged) {
    try (Connection connection = center.database();
        Statement statement = connection.createStatement()) {
      while (true) {
        statement.execute("insert into kept values (" + (acknowledged.get() + 1) + ")");
        acknowledged.incrementAndGet();
      }
    } catch (Exception e) {
      assertThat(e).isInstanceOf(SQLException.class);
    }
  }

  private static void execute(CenterProcess center, String sql) throws Exception {
    try (Connection connection = center.database();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String setting(CenterProcess center, String name) throws Exception {
    try (Connection connection = center.database();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show " + name)) {
      row.next();
      return row.getString(1);
    }
  }

  private static String mode(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}

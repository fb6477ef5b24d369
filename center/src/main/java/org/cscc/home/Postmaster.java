package org.cscc.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL server that outlived the program that started it. */
final class Postmaster {
  private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

  private Postmaster() {}

  /**
   * Ends the server that a killed program left on this data directory, and waits until it is gone.
   * Only a process that really is PostgreSQL is touched: the number in the file may have been given
   * to another program since.
   */
  static void endOrphan(Path dataDirectory) throws IOException {
    Path file = dataDirectory.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return;
    }
    List<String> lines = Files.readAllLines(file);
    Optional<ProcessHandle> orphan =
        lines.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
    Optional<ProcessHandle> postgres = orphan.filter(Postmaster::isPostgres);
    if (postgres.isPresent()) {
      LOG.info("Ending the PostgreSQL server {} that an earlier run left", postgres.get().pid());
      end(postgres.get());
    }
    Files.deleteIfExists(file);
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().map(c -> c.endsWith("postgres")).orElse(false);
  }

  private static void end(ProcessHandle process) throws IOException {
    // SIGINT asks the server for its fast shutdown; Java's own destroy() would send SIGTERM, which
    // waits for every client to leave.
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
    try {
      process.onExit().get(30, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IOException("The earlier database server could not be ended", e);
    }
  }
}

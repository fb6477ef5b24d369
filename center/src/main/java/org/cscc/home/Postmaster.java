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
   * to another program, or to another home's server, since.
   */
  static void endOrphan(Path dataDirectory) throws IOException {
    Path file = dataDirectory.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return;
    }
    Optional<ProcessHandle> named = processNamedIn(file);
    if (named.isPresent() && named.get().info().command().isEmpty()) {
      return; // Not ours to look at, so not ours to judge: PostgreSQL says what is wrong.
    }
    Optional<ProcessHandle> orphan = named.filter(process -> serves(process, dataDirectory));
    if (orphan.isPresent()) {
      LOG.info("Ending the PostgreSQL server {} that an earlier run left", orphan.get().pid());
      end(orphan.get());
    }
    Files.deleteIfExists(file);
  }

  private static Optional<ProcessHandle> processNamedIn(Path file) throws IOException {
    String first = Files.readAllLines(file).stream().findFirst().orElse("").strip();
    return first.matches("[0-9]{1,18}")
        ? ProcessHandle.of(Long.parseLong(first))
        : Optional.empty();
  }

  private static boolean serves(ProcessHandle process, Path dataDirectory) {
    ProcessHandle.Info info = process.info();
    return info.command().filter(command -> command.endsWith("postgres")).isPresent()
        && info.arguments()
            .map(arguments -> List.of(arguments).contains(dataDirectory.toString()))
            .orElse(true);
  }

  private static void end(ProcessHandle process) throws IOException {
    // SIGINT asks the server for its fast shutdown; Java's own destroy() would send SIGTERM, which
    // waits for every client to leave.
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
    try {
      process.onExit().get(30, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      // Crash recovery makes good what a killed server had acknowledged.
      process.destroyForcibly();
      process.onExit().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IOException("The earlier database server could not be ended", e);
    }
  }
}

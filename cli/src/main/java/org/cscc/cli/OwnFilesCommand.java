package org.cscc.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A method on an analyst's own files: reads, computes, writes; says on long runs that it lives. */
abstract class OwnFilesCommand implements Callable<Integer> {
  private static final Duration FIRST_WORD = Duration.ofSeconds(3);
  private static final Duration LATER_WORDS = Duration.ofSeconds(10);

  @Mixin private OutputOptions output = new OutputOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Reads the files and computes. */
  abstract Report report();

  @Override
  public final Integer call() {
    Thread words = Thread.ofVirtual().start(() -> progress(spec.commandLine().getErr()));
    try {
      output.print(report(), spec.commandLine().getOut());
      return 0;
    } finally {
      words.interrupt();
    }
  }

  private void progress(PrintWriter err) {
    long started = System.nanoTime();
    try {
      Thread.sleep(FIRST_WORD);
      while (!Thread.currentThread().isInterrupted()) {
        long seconds = Duration.ofNanos(System.nanoTime() - started).toSeconds();
        err.println(spec.name() + ": still computing, " + seconds + " s");
        err.flush();
        Thread.sleep(LATER_WORDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

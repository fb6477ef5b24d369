package org.cscc.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.cscc.analysis.Progress;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A method on an analyst's own files: reads, computes, writes; says on long runs how far it is. */
abstract class OwnFilesCommand implements Callable<Integer> {
  private static final Duration FIRST_WORD = Duration.ofSeconds(3);
  private static final Duration LATER_WORDS = Duration.ofSeconds(10);

  @Mixin private OutputOptions output = new OutputOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Reads the files and computes. */
  abstract Report report();

  @Override
  public final Integer call() {
    Progress progress = new Progress();
    PrintWriter err = spec.commandLine().getErr();
    Thread words = Thread.ofVirtual().start(() -> tell(progress, err));
    try {
      output.print(progress.watch(this::report), spec.commandLine().getOut());
      return 0;
    } finally {
      words.interrupt();
    }
  }

  private void tell(Progress progress, PrintWriter err) {
    long started = System.nanoTime();
    try {
      Thread.sleep(FIRST_WORD);
      while (!Thread.currentThread().isInterrupted()) {
        long seconds = Duration.ofNanos(System.nanoTime() - started).toSeconds();
        err.println(spec.name() + ": " + words(progress.now(), seconds));
        err.flush();
        Thread.sleep(LATER_WORDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Such as {@code 423 of 999 replicas after 12 s}; what can not be counted says the time alone.
   */
  static String words(Progress.Now now, long seconds) {
    return now.total() == 0
        ? "computing, " + seconds + " s"
        : now.done() + " of " + now.total() + " " + now.what() + " after " + seconds + " s";
  }
}

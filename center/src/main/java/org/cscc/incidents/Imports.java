package org.cscc.incidents;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.home.HomeKind;
import org.cscc.home.HomeState;
import org.cscc.incidents.feed.FeedFile;
import org.cscc.incidents.feed.FeedReader;
import org.cscc.incidents.feed.FileBroken;
import org.cscc.incidents.feed.FileRefused;
import org.cscc.incidents.feed.Mapping;
import org.cscc.incidents.feed.Rule;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings in files of incidents: wholly or not at all, one after another, as often as one likes. The
 * same rows twice change nothing; a corrected row makes a new version; a row that is missing in a
 * later file stays.
 */
@Component
public class Imports {
  private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

  private final ImportLog log;
  private final ImportRun runs;
  private final ImportReports reports;
  private final HomeState home;
  private final Clock clock;

  Imports(ImportLog log, ImportRun runs, ImportReports reports, HomeState home, Clock clock) {
    this.log = log;
    this.runs = runs;
    this.reports = reports;
    this.home = home;
    this.clock = clock;
  }

  /**
   * The newest imports since a moment that left something to mend, at most {@code most}. Ask with a
   * decision about {@link Capability#IMPORT_FEEDS}.
   */
  public List<ImportTrouble> troubled(Decision decision, Instant since, int most) {
    return reports.troubled(decision, since, most);
  }

  /** Brings in a file now, after those that came first. */
  public ImportOutcome apply(Path file, ImportOptions options) {
    return apply(TimeOrderedIds.next(), file, options, () -> {});
  }

  /**
   * Brings in a file under an id that was given before.
   *
   * @param waiting told when another import must be waited for
   */
  ImportOutcome apply(UUID id, Path file, ImportOptions options, Runnable waiting) {
    Instant received = options.receivedAt() == null ? clock.instant() : options.receivedAt();
    log.open(
        id, String.valueOf(file.getFileName()), options.requestedBy(), clock.instant(), received);
    try {
      if (!options.dryRun()) {
        checkHome(options);
      }
      return open(id, file, options, received, waiting);
    } catch (FileRefused refusal) {
      log.stopped(
          id,
          "REFUSED",
          refusal.rule().id(),
          null,
          String.join(", ", refusal.detail()),
          0,
          clock.instant());
      return new ImportOutcome.Refused(id, refusal.rule().id(), refusal.detail());
    } catch (IOException | RuntimeException e) {
      LOG.error("Import {} stopped: {}", id, e.getClass().getSimpleName());
      log.stopped(id, "FAILED", Rule.STOPPED.id(), null, null, 0, clock.instant());
      throw e instanceof IOException io ? new UncheckedIOException(io) : (RuntimeException) e;
    }
  }

  /**
   * Real and synthetic rows never share a home. A demo that is to go goes only when the whole file
   * has been read, in the transaction that brings the real rows in.
   */
  private void checkHome(ImportOptions options) throws FileRefused {
    HomeKind kind = home.kind();
    if (options.claim() == HomeKind.REAL && kind == HomeKind.DEMO && !options.replaceDemo()) {
      throw new FileRefused(Rule.DEMO_HOME);
    }
    if (options.claim() == HomeKind.DEMO && kind == HomeKind.REAL) {
      throw new FileRefused(Rule.REAL_HOME);
    }
  }

  private ImportOutcome open(
      UUID id, Path file, ImportOptions options, Instant received, Runnable waiting)
      throws FileRefused, IOException {
    @Nullable Mapping mapping = options.mapping() == null ? null : Mapping.read(options.mapping());
    try (Reader text = FeedFile.open(file);
        FeedReader reader = FeedReader.open(text, options.format(), mapping)) {
      log.format(id, reader.layout().name(), Files.size(file));
      return runs.run(new ImportRun.Job(id, file, reader, options, received, waiting));
    } catch (FileBroken broken) {
      log.stopped(
          id,
          "QUARANTINED",
          broken.rule().id(),
          broken.row(),
          null,
          broken.row() - 1,
          clock.instant());
      long read = broken.row() - 1;
      return new ImportOutcome.Quarantined(
          id,
          new ImportOutcome.Tally(read, 0, 0, 0, 0, read, 0, 0, null),
          broken.rule().id(),
          broken.row());
    }
  }

  /** The ids of all rules that refuse or quarantine a file or reject a row. */
  static List<Rule> rules() {
    return List.of(Rule.values());
  }
}

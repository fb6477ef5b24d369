package org.cscc.incidents;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.cscc.home.DemoRemoval;
import org.cscc.home.HomeKind;
import org.cscc.home.HomeState;
import org.cscc.incidents.feed.FeedReader;
import org.cscc.incidents.feed.FileBroken;
import org.cscc.incidents.feed.FileRefused;
import org.cscc.incidents.feed.RowParser;
import org.cscc.incidents.feed.Rule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** One import from its first row to its commit: a single transaction, one at a time. */
@Component
class ImportRun {
  private final JdbcClient jdbc;
  private final DataSource database;
  private final TransactionTemplate whole;
  private final TransactionTemplate aside;
  private final ImportLog log;
  private final HomeState home;
  private final ObjectProvider<DemoRemoval> demo;
  private final KnownAreas areas;
  private final Clock clock;
  private final Merging merging;

  ImportRun(
      JdbcTemplate template,
      DataSource database,
      PlatformTransactionManager transactions,
      ImportLog log,
      HomeState home,
      ObjectProvider<DemoRemoval> demo,
      KnownAreas areas,
      Clock clock) {
    this.jdbc = JdbcClient.create(template);
    this.database = database;
    this.whole = new TransactionTemplate(transactions);
    this.aside = new TransactionTemplate(transactions);
    this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.log = log;
    this.home = home;
    this.demo = demo;
    this.areas = areas;
    this.clock = clock;
    this.merging = new Merging(jdbc, new CaseLedger(jdbc, new CaseWriter(template)));
  }

  /**
   * What is to be done.
   *
   * @param received when the file counts as received; no row may be later
   * @param waiting told when another import must be waited for
   */
  record Job(
      UUID id,
      Path file,
      FeedReader reader,
      ImportOptions options,
      Instant received,
      Runnable waiting) {}

  /** What stopped a transaction; carries a checked exception through the template. */
  private static final class Stop extends RuntimeException {
    private final transient Exception why;

    Stop(Exception why) {
      super(why);
      this.why = why;
    }
  }

  ImportOutcome run(Job job) throws FileBroken, FileRefused, IOException {
    CompletableFuture<String> checksum = Checksum.of(job.file());
    try (Spool rejects = new Spool(job.id())) {
      boolean dryRun = job.options().dryRun();
      Done done =
          whole.execute(
              status -> {
                if (dryRun) {
                  status.setRollbackOnly();
                }
                return inTransaction(job, rejects);
              });
      if (dryRun) {
        whole.executeWithoutResult(status -> report(job, done, rejects));
      }
      log.checksum(job.id(), checksum.join());
      return new ImportOutcome.Applied(job.id(), done.tally(), dryRun);
    } catch (Stop stop) {
      switch (stop.why) {
        case FileBroken broken -> throw broken;
        case FileRefused refused -> throw refused;
        case IOException io -> throw io;
        default -> throw stop;
      }
    }
  }

  private record Done(ImportOutcome.Tally tally, ImportLog.Days days) {}

  private Done inTransaction(Job job, Spool rejects) {
    waitForTurn(job);
    Connection connection = DataSourceUtils.getConnection(database);
    try {
      Staging staging =
          new Staging(
              jdbc,
              connection,
              job,
              rejects,
              (read, rejected) -> aside(() -> log.progress(job.id(), read, rejected)));
      long read = read(job, staging);
      staging.complete();
      if (staging.accepted() > 0 && !job.options().dryRun()) {
        claim(job.options());
      }
      Merging.Result merged =
          merging.merge(job.id(), job.received().atOffset(ZoneOffset.UTC), staging.staged());
      Done done = new Done(staging.tally(read, merged), staging.days());
      if (!job.options().dryRun()) {
        report(job, done, rejects);
      }
      return done;
    } catch (FileRefused | SQLException e) {
      throw new Stop(e);
    } finally {
      DataSourceUtils.releaseConnection(connection, database);
    }
  }

  private void report(Job job, Done done, Spool rejects) {
    Connection connection = DataSourceUtils.getConnection(database);
    try {
      log.rejects(connection, rejects);
      log.finished(job.id(), job.options().dryRun(), done.tally(), done.days(), clock.instant());
    } finally {
      DataSourceUtils.releaseConnection(connection, database);
    }
  }

  private void waitForTurn(Job job) {
    if (!ImportTurn.free(jdbc)) {
      job.waiting().run();
      ImportTurn.await(jdbc);
    }
    aside(() -> log.begin(job.id(), clock.instant()));
  }

  private void aside(Runnable work) {
    aside.executeWithoutResult(status -> work.run());
  }

  private long read(Job job, Staging staging) {
    try {
      RowParser parser = new RowParser(job.reader().layout(), areas, job.received());
      return job.reader().read(parser, staging);
    } catch (FileBroken | FileRefused | IOException e) {
      staging.abandon();
      throw new Stop(e);
    } catch (RuntimeException e) {
      staging.abandon();
      throw e;
    }
  }

  private void claim(ImportOptions options) throws FileRefused {
    HomeKind wanted = options.claim();
    if (wanted == HomeKind.REAL && options.replaceDemo() && home.kind() == HomeKind.DEMO) {
      demo.ifAvailable(DemoRemoval::removeAll);
    }
    if (home.claim(wanted) != wanted) {
      throw new FileRefused(wanted == HomeKind.REAL ? Rule.DEMO_HOME : Rule.REAL_HOME);
    }
  }
}

package org.cscc.requests;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.cscc.home.HomeKind;
import org.cscc.home.HomeState;
import org.cscc.incidents.PlainText;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.BusinessCalendar;
import org.cscc.kernel.WallClock;
import org.cscc.patterns.PriorityBlocks;
import org.cscc.places.Areas;
import org.cscc.requests.Intake.Reject;
import org.cscc.requests.Intake.Tally;
import org.cscc.requests.RequestRow.Rejected;
import org.cscc.requests.RequestRow.Told;
import org.cscc.services.ServiceBundles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes a file of requests in: the whole of it or nothing, in one transaction, one at a time. */
@Component
class RequestImport {
  /** Any number that nothing else in the database uses. */
  private static final long TURN = 0x33313152514d5031L;

  private final JdbcClient jdbc;
  private final DataSource database;
  private final TransactionOperations transactions;
  private final HomeState home;
  private final Areas areas;
  private final BusinessCalendar calendar;
  private final ServiceBundles services;
  private final PriorityBlocks priority;
  private final Following following;
  private final AuditTrail trail;
  private final Clock clock;

  RequestImport(
      JdbcClient jdbc,
      DataSource database,
      TransactionOperations transactions,
      HomeState home,
      Areas areas,
      BusinessCalendar calendar,
      ServiceBundles services,
      PriorityBlocks priority,
      Following following,
      AuditTrail trail,
      Clock clock) {
    this.jdbc = jdbc;
    this.database = database;
    this.transactions = transactions;
    this.home = home;
    this.areas = areas;
    this.calendar = calendar;
    this.services = services;
    this.priority = priority;
    this.following = following;
    this.trail = trail;
    this.clock = clock;
  }

  /** What stopped the transaction; carries a checked exception through it. */
  private static final class Stop extends RuntimeException {
    private final PlainText.Unfit why;
    private final long row;

    Stop(PlainText.Unfit why, long row) {
      super(why);
      this.why = why;
      this.row = row;
    }
  }

  /**
   * Takes a file in.
   *
   * @param claim what the home becomes if it is empty
   */
  Intake apply(Path file, HomeKind claim, boolean dryRun) throws IOException {
    try (RequestFile opened = RequestFile.open(file)) {
      Intake done =
          transactions.execute(
              status -> {
                if (dryRun) {
                  status.setRollbackOnly();
                }
                return inTransaction(file, opened, claim, dryRun);
              });
      if (done == null) {
        throw new IllegalStateException("The transaction gave nothing back");
      }
      return done;
    } catch (PlainText.Unfit e) {
      return new Intake.Refused(e.rule(), e.detail());
    } catch (Stop e) {
      return e.row == 0
          ? new Intake.Refused(e.why.rule(), e.why.detail())
          : new Intake.Quarantined(e.row, e.why.rule(), e.why.detail());
    }
  }

  private Intake inTransaction(Path file, RequestFile opened, HomeKind claim, boolean dryRun) {
    jdbc.sql("select pg_advisory_xact_lock(?)").param(TURN).query((row, n) -> true).single();
    Instant now = clock.instant();
    List<Reject> rejects = new ArrayList<>();
    RequestStaging staged = stage(opened, now, rejects);
    if (staged.accepted() > 0 && !dryRun && home.claim(claim) != claim) {
      throw new Stop(new PlainText.Unfit(claim == HomeKind.REAL ? "R-IMP-10" : "R-IMP-11"), 0);
    }
    Instant newest = staged.newest();
    Instant asOf = newest == null ? now : newest;
    RequestMerge merge = new RequestMerge(jdbc);
    RequestMerge.Counts counts = merge.judge(asOf);
    Tally tally =
        new Tally(
            opened.row(),
            staged.accepted(),
            counts.added(),
            counts.updated(),
            counts.unchanged(),
            counts.older(),
            rejects.size(),
            staged.withoutArea(),
            staged.withoutBlock(),
            staged.unmapped());
    UUID id = UUID.randomUUID();
    if (!dryRun) {
      Shape shape = opened.of();
      note(id, file, claim == HomeKind.DEMO ? "DEMO" : shape.name(), asOf, tally, now);
      merge.write(id, now);
      LocalDate today = WallClock.dayOf(now);
      merge.list(id, priority.between(merge.firstDay(today), today), today);
      following.follow(now, WallClock.dayOf(asOf));
    }
    return new Intake.Applied(id, opened.of(), asOf, tally, dryRun, rejects);
  }

  private RequestStaging stage(RequestFile opened, Instant now, List<Reject> rejects) {
    Connection connection = DataSourceUtils.getConnection(database);
    try {
      RequestStaging staged = new RequestStaging(jdbc, connection);
      RowReader.Rules rules =
          new RowReader.Rules(
              now,
              areas::resolve,
              calendar,
              services.kinds().stream()
                  .collect(
                      Collectors.toMap(
                          ServiceBundles.Kind::code, ServiceBundles.Kind::department)));
      try {
        opened.read(
            rules,
            (row, line, told) -> {
              switch (told) {
                case Told one -> staged.add(row, one);
                case Rejected one -> rejects.add(new Reject(row, line, one.column(), one.rule()));
              }
            });
        staged.end();
        return staged;
      } catch (PlainText.Unfit e) {
        throw new Stop(e, Math.max(1, opened.row()));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The rows of the file could not be staged", e);
    } finally {
      DataSourceUtils.releaseConnection(connection, database);
    }
  }

  private void note(UUID id, Path file, String shape, Instant asOf, Tally tally, Instant now) {
    Path name = file.getFileName();
    jdbc.sql(
            """
            insert into requests.intake
              (id, file_name, shape, received_at, as_of, rows_read, accepted, added, updated,
               unchanged, older, rejected, without_area, without_block, unmapped)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            name == null ? "" : name.toString(),
            shape,
            now.atOffset(ZoneOffset.UTC),
            asOf.atOffset(ZoneOffset.UTC),
            tally.read(),
            tally.accepted(),
            tally.added(),
            tally.updated(),
            tally.unchanged(),
            tally.older(),
            tally.rejected(),
            tally.withoutArea(),
            tally.withoutBlock(),
            tally.unmapped())
        .update();
    trail.note(
        new AuditNote(
            Deed.IMPORT, "city-requests", id.toString(), "", tally.read(), null, "APPLIED"));
  }
}

package org.cscc.retention;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.WallClock;
import org.cscc.retention.Rule.Kept;
import org.cscc.retention.Rule.Monthly;
import org.cscc.retention.Rule.Timed;
import org.cscc.retention.Rule.With;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes what has been kept long enough, table by table, each with what belongs to it in one
 * transaction. What can not be removed tonight is tried again the next night.
 */
@Component
class Sweep {
  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu_MM");

  private final JdbcClient jdbc;
  private final Approvals approvals;
  private final AuditTrail trail;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final Rules rules;

  Sweep(
      JdbcClient jdbc,
      Approvals approvals,
      AuditTrail trail,
      Clock clock,
      PlatformTransactionManager transactions,
      @Value("${cscc.retention.file:}") String file) {
    this.jdbc = jdbc;
    this.approvals = approvals;
    this.trail = trail;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
    this.rules = Rules.read(file);
  }

  Rules rules() {
    return rules;
  }

  /**
   * One night's work.
   *
   * @return rows removed
   */
  long run() {
    Instant now = clock.instant();
    long night =
        jdbc.sql("insert into retention.night (at) values (?) returning id")
            .param(now.atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .single();
    long removed = 0;
    for (Rule rule : rules.rules()) {
      try {
        removed += transaction.execute(status -> carryOut(rule, night, now));
      } catch (DataAccessException e) {
        LOG.warn("Rows of {} could not be removed tonight", rule.table(), e);
      }
    }
    return removed;
  }

  private long carryOut(Rule rule, long night, Instant now) {
    return switch (rule) {
      case Timed timed -> timed(timed, night, now);
      case Monthly monthly -> monthly(monthly, night, now);
      case With _, Kept _ -> 0;
    };
  }

  private long timed(Timed rule, long night, Instant now) {
    OffsetDateTime before = before(rule.time(), now).atOffset(ZoneOffset.UTC);
    Optional<String> approval = approvals.of(rule.schedule(), rules.schedules());
    if (approval.isEmpty()) {
      long waiting =
          jdbc.sql("select count(*) from " + rule.table() + " where " + rule.due())
              .param(before)
              .query(Long.class)
              .single();
      write(new Removal(rule.table(), rule.schedule(), null, before, 0, waiting), night);
      return 0;
    }
    // Triggers that keep rows as they are let the sweep pass, and nobody else.
    jdbc.sql("select set_config('cscc.retention', 'sweep', true)").query((row, n) -> 1).list();
    Map<String, Long> gone = new LinkedHashMap<>();
    for (With part : rules.under(rule.table())) {
      gone.put(part.table(), delete(part.table(), chosen(part, rule), before));
    }
    gone.put(rule.table(), delete(rule.table(), rule.due(), before));
    gone.forEach(
        (table, rows) ->
            write(new Removal(table, rule.schedule(), approval.get(), before, rows, 0), night));
    return gone.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Rows of a part whose owner, or whose owner's owner, is due. */
  private String chosen(With part, Timed root) {
    String owner =
        part.parent().equals(root.table())
            ? root.due()
            : chosen(
                rules.rules().stream()
                    .filter(rule -> rule.table().equals(part.parent()))
                    .map(With.class::cast)
                    .findFirst()
                    .orElseThrow(),
                root);
    return part.column()
        + " in (select "
        + part.key()
        + " from "
        + part.parent()
        + " where "
        + owner
        + ")";
  }

  private long delete(String table, String which, OffsetDateTime before) {
    return jdbc.sql("delete from " + table + " where " + which).param(before).update();
  }

  private long monthly(Monthly rule, long night, Instant now) {
    OffsetDateTime before = before(rule.time(), now).atOffset(ZoneOffset.UTC);
    Optional<String> approval = approvals.of(rule.schedule(), rules.schedules());
    long rows = 0;
    for (LocalDate month : months(rule.table())) {
      if (!month.plusMonths(1).isAfter(before.toLocalDate())) {
        rows += approval.isPresent() ? drop(rule, month, now) : size(rule.table(), month);
      }
    }
    boolean may = approval.isPresent();
    write(
        new Removal(
            rule.table(),
            rule.schedule(),
            approval.orElse(null),
            before,
            may ? rows : 0,
            may ? 0 : rows),
        night);
    return may ? rows : 0;
  }

  private List<LocalDate> months(String table) {
    return jdbc
        .sql(
            """
            select right(relname, 7) from pg_inherits join pg_class on pg_class.oid = inhrelid
            where inhparent = ?::regclass and relname ~ '_[0-9]{4}_[0-9]{2}$' order by 1
            """)
        .param(table)
        .query(String.class)
        .list()
        .stream()
        .map(text -> YearMonth.parse(text, MONTH).atDay(1))
        .toList();
  }

  private long size(String table, LocalDate month) {
    return jdbc.sql("select count(*) from " + table + "_" + MONTH.format(month))
        .query(Long.class)
        .single();
  }

  private long drop(Monthly rule, LocalDate month, Instant now) {
    // Writers of the trail wait behind this lock; it gives up before they notice.
    jdbc.sql("select set_config('lock_timeout', '2s', true)").query((row, n) -> 1).list();
    return jdbc.sql("select " + rule.function() + "(?, ?, ?)")
        .params(month, rule.schedule(), Timestamp.from(now))
        .query(Long.class)
        .single();
  }

  /** The beginning of the day before which something has been kept long enough. */
  private static Instant before(Period time, Instant now) {
    return WallClock.at(WallClock.dayOf(now).minus(time), LocalTime.MIDNIGHT);
  }

  private void write(Removal removal, long night) {
    if (removal.removed() == 0 && removal.waiting() == 0) {
      return;
    }
    jdbc.sql(
            """
            insert into retention.removal
              (night, relation, schedule, approval, before, removed, waiting)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.<@Nullable Object>asList(
                night,
                removal.table(),
                removal.schedule(),
                removal.approval(),
                removal.before(),
                removal.removed(),
                removal.waiting()))
        .update();
    if (removal.removed() > 0) {
      trail.note(
          AuditNote.of(Deed.REMOVE, "retention", removal.table(), removal.removed())
              .because(removal.schedule()));
    }
  }
}

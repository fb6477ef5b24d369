package org.cscc.patterns.hotspots;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The rows of computations; the newest findings are kept in memory under their id. */
@Component
class Computations {
  private static final Logger LOG = LoggerFactory.getLogger(Computations.class);
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;
  private volatile @Nullable Kept kept;

  Computations(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /**
   * What a computation is made from; equal keys give equal findings.
   *
   * @param on the day it is made, because what has rested for long enough depends on it
   */
  record Key(UUID dataImport, LocalDate lastDay, LocalDate on, String settings) {}

  /** Findings under the computation that made them. */
  record Kept(UUID computation, Instant finishedAt, Findings findings) {}

  /**
   * How the newest attempt ended.
   *
   * @param failure what stopped it; null unless it failed
   * @param course how far it has come
   */
  record Attempt(String state, Instant startedAt, @Nullable String failure, Course.Now course) {
    boolean running() {
      return state.equals("RUNNING");
    }
  }

  boolean done(Key key) {
    return count(key, "DONE") > 0;
  }

  int failures(Key key) {
    return count(key, "FAILED");
  }

  private int count(Key key, String state) {
    return jdbc.sql(
            """
            select count(*) from patterns.recomputation
            where data_import = ? and last_day = ? and computed_on = ? and settings = ?
              and state = ?
            """)
        .params(key.dataImport(), key.lastDay(), key.on(), key.settings(), state)
        .query(Integer.class)
        .single();
  }

  /** Notes that a computation has begun; one that was cut off before is noted as failed. */
  UUID begin(Key key) {
    OffsetDateTime now = now();
    jdbc.sql(
            """
            update patterns.recomputation set state = 'FAILED', finished_at = ?, failure = 'cut off'
            where state = 'RUNNING'
            """)
        .param(now)
        .update();
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into patterns.recomputation
              (id, data_import, last_day, computed_on, settings, state, started_at)
            values (?, ?, ?, ?, ?, 'RUNNING', ?)
            """)
        .params(id, key.dataImport(), key.lastDay(), key.on(), key.settings(), now)
        .update();
    return id;
  }

  /** Notes how far a running computation has come. */
  void tell(UUID id, Course.Now now) {
    jdbc.sql(
            """
            update patterns.recomputation
            set part = ?, parts_done = ?, parts = ?, steps_done = ?, steps = ?
            where id = ? and state = 'RUNNING'
            """)
        .params(now.part(), now.partsDone(), now.parts(), now.stepsDone(), now.steps(), id)
        .update();
  }

  void finish(UUID id, Findings findings, long millis) {
    jdbc.sql(
            """
            update patterns.recomputation
            set state = 'DONE', finished_at = ?, incidents = ?, unplaced = ?, millis = ?, content = ?
            where id = ?
            """)
        .params(
            now(),
            findings.incidents(),
            findings.unplaced(),
            millis,
            json.writeValueAsString(findings),
            id)
        .update();
  }

  void fail(UUID id, String failure) {
    jdbc.sql(
            """
            update patterns.recomputation set state = 'FAILED', finished_at = ?, failure = ?
            where id = ?
            """)
        .params(now(), failure, id)
        .update();
  }

  /** The newest findings; empty until the first computation is through. */
  Optional<Kept> newest() {
    Optional<UUID> id =
        jdbc.sql(
                """
                select id from patterns.recomputation where state = 'DONE'
                order by finished_at desc, id limit 1
                """)
            .query((row, n) -> row.getObject("id", UUID.class))
            .optional();
    return id.flatMap(this::read);
  }

  /** How the newest attempt ended, if there was one. */
  Optional<Attempt> newestAttempt() {
    return jdbc.sql(
            """
            select state, started_at, failure,
              coalesce(part, '') as part, parts_done, parts, steps_done, steps
            from patterns.recomputation
            order by started_at desc, id limit 1
            """)
        .query(
            (row, n) ->
                new Attempt(
                    row.getString("state"),
                    row.getObject("started_at", OffsetDateTime.class).toInstant(),
                    row.getString("failure"),
                    new Course.Now(
                        row.getString("part"),
                        row.getInt("parts_done"),
                        row.getInt("parts"),
                        row.getLong("steps_done"),
                        row.getLong("steps"))))
        .optional();
  }

  /** Empty when an earlier version of the center wrote them: they are computed again. */
  private Optional<Kept> read(UUID id) {
    Kept known = kept;
    if (known != null && known.computation().equals(id)) {
      return Optional.of(known);
    }
    try {
      Kept fresh = stored(id);
      kept = fresh;
      return Optional.of(fresh);
    } catch (JacksonException e) {
      LOG.info("The findings of {} are of an earlier version and are computed again", id);
      return Optional.empty();
    }
  }

  private Kept stored(UUID id) {
    return jdbc.sql("select finished_at, content from patterns.recomputation where id = ?")
        .param(id)
        .query(
            (row, n) ->
                new Kept(
                    id,
                    row.getObject("finished_at", OffsetDateTime.class).toInstant(),
                    json.readValue(row.getString("content"), Findings.class)))
        .single();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}

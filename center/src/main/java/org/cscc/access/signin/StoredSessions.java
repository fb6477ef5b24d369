package org.cscc.access.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.cscc.access.Proof;
import org.cscc.access.SignedInRow;
import org.cscc.home.Asking;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.SessionRepository;

/**
 * Sessions as rows of PostgreSQL. One statement finds the session of a request together with its
 * account as it is now; a second one is written at most once a minute, or when the session's own
 * content changed. See decision 0090.
 */
final class StoredSessions implements SessionRepository<StoredSession> {
  private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(10);

  private final JdbcClient jdbc;
  private final SessionLimits limits;
  private final RealTime time;
  private final AtomicReference<Instant> cleaned = new AtomicReference<>(Instant.EPOCH);

  StoredSessions(JdbcClient jdbc, SessionLimits limits, RealTime time) {
    this.jdbc = jdbc;
    this.limits = limits;
    this.time = time;
  }

  @Override
  public StoredSession createSession() {
    return StoredSession.begin(time.now(), limits.idle());
  }

  @Override
  public @Nullable StoredSession findById(String token) {
    StoredSession session = evenIfOver(token);
    return session == null || limits.over(session, time.now()) ? null : session;
  }

  /**
   * The session with the cookie's value, also for a day after its limits have ended it. Read as the
   * center: what a person reaches is known only after the person is.
   */
  @Nullable StoredSession evenIfOver(String token) {
    return Asking.asTheCenter(() -> find(token));
  }

  private @Nullable StoredSession find(String token) {
    return jdbc.sql(
            "select s.id as session, s.proof, s.proved_at, s.began_at, s.last_seen_at, s.attributes, "
                + SignedInRow.COLUMNS
                + """
                 from access.session s
                left join access.account a on a.id = s.account_id
                where s.token = ? and (s.account_id is null or a.disabled_at is null)
                """)
        .param(Secrets.sha256(token))
        .query((row, number) -> session(row, token))
        .optional()
        .orElse(null);
  }

  private StoredSession session(ResultSet row, String token) throws SQLException {
    String proof = row.getString("proof");
    Proven proven =
        proof == null
            ? null
            : new Proven(SignedInRow.read(row), Proof.valueOf(proof), instant(row, "proved_at"));
    return StoredSession.of(
        row.getObject("session", UUID.class),
        token,
        instant(row, "began_at"),
        instant(row, "last_seen_at"),
        limits.idle(),
        AttributeBytes.read(row.getBytes("attributes")),
        proven);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  @Override
  public void save(StoredSession session) {
    if (session.fresh()) {
      insert(session);
      cleanNowAndThen();
    } else {
      boolean late = !time.now().isBefore(session.lastSeen().plus(SessionLimits.TOUCH));
      if (late) {
        session.seen(time.now());
      }
      if (session.changed()) {
        update(session);
      } else if (late) {
        touch(session);
      }
    }
    session.stored();
  }

  private void insert(StoredSession session) {
    Proven proven = session.proven();
    jdbc.sql(
            """
            insert into access.session
              (id, token, account_id, proof, proved_at, began_at, last_seen_at, browser, attributes)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(session.row())
        .param(Secrets.sha256(session.getId()))
        .param(proven == null ? null : proven.account().id())
        .param(proven == null ? null : proven.by().name())
        .param(proven == null ? null : utc(proven.at()))
        .param(utc(session.began()))
        .param(utc(session.lastSeen()))
        .param(Browser.ofThisRequest())
        .param(AttributeBytes.write(session.attributes()))
        .update();
  }

  /** Writes nothing where the session was ended meanwhile: what is gone stays gone. */
  private void update(StoredSession session) {
    Proven proven = session.proven();
    jdbc.sql(
            """
            update access.session set token = ?, account_id = ?, proof = ?, proved_at = ?,
              began_at = ?, last_seen_at = ?, browser = ?, attributes = ?
            where id = ?
            """)
        .param(Secrets.sha256(session.getId()))
        .param(proven == null ? null : proven.account().id())
        .param(proven == null ? null : proven.by().name())
        .param(proven == null ? null : utc(proven.at()))
        .param(utc(session.began()))
        .param(utc(session.lastSeen()))
        .param(Browser.ofThisRequest())
        .param(AttributeBytes.write(session.attributes()))
        .param(session.row())
        .update();
  }

  private void touch(StoredSession session) {
    jdbc.sql("update access.session set last_seen_at = ? where id = ?")
        .params(utc(session.lastSeen()), session.row())
        .update();
  }

  @Override
  public void deleteById(String token) {
    jdbc.sql("delete from access.session where token = ?").param(Secrets.sha256(token)).update();
  }

  /** Forgets sessions of nobody as soon as they are over, and others a day later. */
  int clean() {
    Instant now = time.now();
    return jdbc.sql(
            """
            delete from access.session
            where last_seen_at < case when account_id is null then ? else ? end
            """)
        .params(
            utc(now.minus(limits.idle())),
            utc(now.minus(limits.absolute()).minus(SessionLimits.REMEMBERED)))
        .update();
  }

  private void cleanNowAndThen() {
    Instant last = cleaned.get();
    Instant now = time.now();
    if (now.isAfter(last.plus(BETWEEN_CLEANINGS)) && cleaned.compareAndSet(last, now)) {
      clean();
    }
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}

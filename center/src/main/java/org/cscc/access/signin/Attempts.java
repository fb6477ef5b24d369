package org.cscc.access.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing. Each attempt on a name gets a turn; after a few wrong ones the turns lie
 * further and further apart, up to eight seconds, and never further. A name that does not exist is
 * slowed down in the same way. A browser in which the person has signed in before has turns of its
 * own, so that a stranger's guessing does not slow down the person.
 */
@Component
class Attempts {
  private static final int FREE = 4;
  private static final int LONGEST_SECONDS = 8;

  /** A queue longer than this is not waited for: the attempt is not made, and may be repeated. */
  private static final Duration QUEUE = Duration.ofSeconds(24);

  /** After this long without one, attempts are forgotten. */
  private static final Duration MEMORY = Duration.ofMinutes(30);

  private final JdbcClient jdbc;
  private final RealTime time;

  Attempts(JdbcClient jdbc, RealTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /**
   * The turn of one attempt.
   *
   * @param delay how long until it may be looked at
   */
  record Turn(String key, Duration delay) {}

  /**
   * Takes the next turn; empty when too many wait already.
   *
   * @param what what is guessed at: a name with a password, or an account with a code
   * @param browser the known browser it comes from
   */
  Optional<Turn> next(String what, @Nullable String browser) {
    String key =
        HexFormat.of()
            .formatHex(
                Secrets.sha256(
                    what.strip().toLowerCase(Locale.ROOT)
                        + "\n"
                        + (browser == null ? "" : browser)));
    OffsetDateTime now = time.utc();
    return jdbc.sql(
            """
            insert into access.sign_in_attempt as a (key, attempts, next_at, last_at)
            values (?, 1, ?, ?)
            on conflict (key) do update set
              attempts = case when a.last_at < ? then 1 else a.attempts + 1 end,
              next_at = greatest(a.next_at, excluded.next_at) + make_interval(secs =>
                case when a.last_at < ? or a.attempts < ? then 0
                  else least(?, power(2, least(a.attempts - ?, 10))) end),
              last_at = excluded.last_at
            where a.next_at <= ?
            returning next_at
            """)
        .param(key)
        .param(now)
        .param(now)
        .param(now.minus(MEMORY))
        .param(now.minus(MEMORY))
        .param(FREE)
        .param(LONGEST_SECONDS)
        .param(FREE)
        .param(now.plus(QUEUE))
        .query((row, number) -> row.getObject("next_at", OffsetDateTime.class).toInstant())
        .optional()
        .map(at -> new Turn(key, between(now.toInstant(), at)));
  }

  private static Duration between(Instant now, Instant at) {
    return at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO;
  }

  /** It was the right person: what went before is forgotten. */
  void succeeded(Turn turn) {
    jdbc.sql("delete from access.sign_in_attempt where key = ? or last_at < ?")
        .params(turn.key(), time.now().minus(MEMORY).atOffset(ZoneOffset.UTC))
        .update();
  }
}

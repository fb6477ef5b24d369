package org.cscc.reviews;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.Optional;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has a calendar address. Of its secret only the hash is kept. */
@Component
class CalendarFeeds {
  private static final int BYTES = 32;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  CalendarFeeds(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * An address that somebody has.
   *
   * @param readAt when a calendar program asked last
   */
  record Feed(OffsetDateTime madeAt, @Nullable OffsetDateTime readAt) {
    public ZonedDateTime made() {
      return madeAt.atZoneSameInstant(ReviewWeek.CHICAGO);
    }

    public @Nullable ZonedDateTime read() {
      return readAt == null ? null : readAt.atZoneSameInstant(ReviewWeek.CHICAGO);
    }
  }

  Optional<Feed> of(String account) {
    return jdbc.sql("select made_at, read_at from reviews.calendar_feed where account = ?")
        .param(account)
        .query(
            (row, n) ->
                new Feed(
                    row.getObject(1, OffsetDateTime.class), row.getObject(2, OffsetDateTime.class)))
        .optional();
  }

  /**
   * A new secret; the one before is worth nothing from now on.
   *
   * @return the secret, which is shown once
   */
  String make(String account) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    jdbc.sql(
            """
            insert into reviews.calendar_feed (account, secret, made_at) values (?, ?, ?)
            on conflict (account) do update
            set secret = excluded.secret, made_at = excluded.made_at, read_at = null
            """)
        .params(account, PacketJson.sha256(secret), MeetingStore.utc(clock.instant()))
        .update();
    return secret;
  }

  /** Takes the address away; false when there was none. */
  boolean end(String account) {
    return jdbc.sql("delete from reviews.calendar_feed where account = ?").param(account).update()
        == 1;
  }

  /** Whose secret it is. */
  Optional<String> owner(String secret) {
    return jdbc.sql("select account from reviews.calendar_feed where secret = ?")
        .param(PacketJson.sha256(secret))
        .query(String.class)
        .optional();
  }

  /** Notes that a calendar program has asked, so that the person sees when one does. */
  void read(String account) {
    jdbc.sql("update reviews.calendar_feed set read_at = ? where account = ?")
        .params(MeetingStore.utc(clock.instant()), account)
        .update();
  }
}

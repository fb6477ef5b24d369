package org.cscc.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.cscc.kernel.ReviewWeek;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** R-HRIT-07: nobody sees a packet without an acknowledgement of confidentiality that holds. */
@Component
public class Acknowledgements {
  /** Counted up when the text changes in what it asks; older acknowledgements end with it. */
  static final int TEXT_VERSION = 1;

  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final Clock clock;
  private final Period life;

  Acknowledgements(
      JdbcClient jdbc,
      Accounts accounts,
      Clock clock,
      @Value("${cscc.acknowledgement.life:P1Y}") Period life) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.clock = clock;
    this.life = life;
  }

  /** Until when an acknowledgement holds that is given now. */
  ZonedDateTime until() {
    return ZonedDateTime.ofInstant(clock.instant(), ReviewWeek.CHICAGO).plus(life);
  }

  /** Until when the account's acknowledgement holds; empty when there is none that does. */
  Optional<ZonedDateTime> holdsUntil(SignedIn account) {
    return Optional.ofNullable(account.acknowledgedUntil())
        .filter(clock.instant()::isBefore)
        .map(end -> ZonedDateTime.ofInstant(end, ReviewWeek.CHICAGO));
  }

  /** Writes down that the person of the account read the text and keeps to it. */
  void acknowledge(SignedIn account) {
    jdbc.sql(
            """
            insert into access.acknowledgement
              (account_id, acknowledged_at, expires_at, text_version)
            values (?, ?, ?, ?) on conflict do nothing
            """)
        .params(
            account.id(),
            OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
            until().toOffsetDateTime(),
            TEXT_VERSION)
        .update();
  }

  /**
   * Writes down an acknowledgement that was signed on paper, or that of a demo's account.
   *
   * @param accountName sign-in name
   */
  public void acknowledgedOnPaper(String accountName) {
    acknowledge(accounts.byName(accountName));
  }
}

package org.cscc.directory.partners;

import java.time.Clock;
import java.time.ZoneOffset;
import org.cscc.access.Decision;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what a row of the directory was and what it became, here and in the audit trail. */
@Component
public class Changes {
  /** What a row is in JSON before it exists. */
  public static final String NOTHING = "null";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final AuditTrail trail;

  Changes(JdbcClient jdbc, Clock clock, AuditTrail trail) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.trail = trail;
  }

  /** What was changed. */
  public enum What {
    ORGANIZATION,
    TEAM,
    SERVICE,
    LIAISON,
    ON_CALL,
    COMMITTEE_SEAT
  }

  /**
   * Adds a change, in the transaction that makes it.
   *
   * @param before the row as JSON, or {@link #NOTHING}
   */
  public void add(Decision decision, What what, String code, String before, String after) {
    trail.note(AuditNote.change(Deed.CHANGE, "directory", what + "/" + code, before, after));
    jdbc.sql(
            """
            insert into directory.change (what, code, before, after, by, at)
            values (?, ?, ?::jsonb, ?::jsonb, ?, ?)
            """)
        .params(
            what.name(),
            code,
            before,
            after,
            decision.account(),
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}

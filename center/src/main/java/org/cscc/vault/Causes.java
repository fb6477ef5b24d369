package org.cscc.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.home.Asking;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Refused;
import org.cscc.kernel.ReviewWeek;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens a survivor's record to the privacy officer against a reason that is written down first, for
 * an hour. The organization that looks after the person sees who did it and why.
 */
@Component
class Causes {
  static final int SHORTEST = 15;
  static final int LONGEST = 400;

  /** The purpose in the trail of everything that is opened this way. */
  static final String ON_CAUSE = "on cause";

  private static final Duration OPEN = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final Vault vault;
  private final AuditTrail trail;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Causes(
      JdbcClient jdbc,
      Vault vault,
      AuditTrail trail,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.trail = trail;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Writes a cause down.
   *
   * @throws Refused R-VAULT-05 without a reason, R-VAULT-04 when nobody is written down by the
   *     token
   */
  UUID give(Decision decision, String token, String reason) {
    decision.about(Capability.OPEN_ON_CAUSE);
    if (reason.length() < SHORTEST || reason.length() > LONGEST) {
      throw new Refused(
          Refused.Kind.INVALID, "R-VAULT-05", "vault.refused.cause", SHORTEST, LONGEST);
    }
    boolean known =
        Asking.asTheCenter(
            () ->
                jdbc.sql("select exists (select from vault.record where token = ?)")
                    .param(token)
                    .query(Boolean.class)
                    .single());
    if (!known) {
      throw new Refused(Refused.Kind.NOT_FOUND, "R-VAULT-04", "vault.refused.unknown");
    }
    UUID id = UUID.randomUUID();
    Instant now = clock.instant();
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql(
                  """
                  insert into vault.cause (id, token, account, reason, at, ends_at)
                  values (?, ?, ?, ?, ?, ?)
                  """)
              .params(
                  id,
                  token,
                  decision.account(),
                  reason,
                  now.atOffset(ZoneOffset.UTC),
                  now.plus(OPEN).atOffset(ZoneOffset.UTC))
              .update();
          trail.note(
              AuditNote.change(Deed.OVERRIDE, "survivor", token, null, reason).because(ON_CAUSE));
        });
    return id;
  }

  /** The newest causes that the person of the request gave. */
  List<Cause> own(Decision decision, int most) {
    return jdbc.sql("select * from vault.cause where account = ? order by at desc limit ?")
        .params(decision.about(Capability.OPEN_ON_CAUSE).account(), most)
        .query((row, n) -> cause(row))
        .list();
  }

  /** One of them, while it opens anything. */
  Cause running(Decision decision, UUID id) {
    return jdbc.sql("select * from vault.cause where id = ? and account = ? and ends_at > ?")
        .params(
            id,
            decision.about(Capability.OPEN_ON_CAUSE).account(),
            clock.instant().atOffset(ZoneOffset.UTC))
        .query((row, n) -> cause(row))
        .optional()
        .orElseThrow(() -> new Refused(Refused.Kind.NOT_FOUND, "R-VAULT-06", "vault.refused.over"));
  }

  /** What is kept of the person by each organization, opened and noted. */
  List<Opened> open(Decision decision, Cause cause) {
    decision.about(Capability.OPEN_ON_CAUSE);
    List<Opened> opened =
        vault.recordsOf(decision, cause.token()).stream()
            .map(kept -> new Opened(kept, vault.fields(kept.organization(), kept.id())))
            .toList();
    trail.note(AuditNote.of(Deed.READ, "survivor", cause.token(), opened.size()).because(ON_CAUSE));
    return opened;
  }

  private static Cause cause(ResultSet row) throws SQLException {
    return new Cause(
        row.getObject("id", UUID.class),
        row.getString("token"),
        row.getString("reason"),
        row.getObject("at", OffsetDateTime.class).atZoneSameInstant(ReviewWeek.CHICAGO),
        row.getObject("ends_at", OffsetDateTime.class).atZoneSameInstant(ReviewWeek.CHICAGO));
  }
}

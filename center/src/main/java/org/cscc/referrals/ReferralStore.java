package org.cscc.referrals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cscc.ledger.Entry;
import org.cscc.ledger.FormKeys;
import org.cscc.ledger.StepLog;
import org.cscc.ledger.VersionedRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of referrals and of their history. */
@Component
class ReferralStore {
  /** The columns of {@code referrals.referral r}. */
  static final String COLUMNS =
      """
      r.*, (select p.token from referrals.referral p where p.id = r.follows) as follows_token,
      (select n.token from referrals.referral n where n.follows = r.id) as followed_by\
      """;

  private static final String SELECT = "select " + COLUMNS + " from referrals.referral r where ";

  /** Keys of forms that were sent. */
  final FormKeys keys;

  private final JdbcClient jdbc;
  private final VersionedRows rows;
  private final StepLog log;

  ReferralStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.keys = new FormKeys(jdbc, "referrals.once", "referral");
    this.rows = new VersionedRows(jdbc, "referrals.referral");
    this.log = new StepLog(jdbc, "referrals.step", "referral", "code");
  }

  void add(UUID id, String token, Offer offer, Worker by, Instant at, Instant answerBy) {
    jdbc.sql(
            """
            insert into referrals.referral
              (id, token, area, incident, needs, organization, state, offered_by, offered_org,
               offered_at, answer_by, follows, changed_at)
            values (:id, :token, :area, :incident, string_to_array(:needs, ','), :organization,
              'OFFERED', :by, :org, :at, :answerBy, :follows, :at)
            """)
        .param("id", id)
        .param("token", token)
        .param("area", offer.area())
        .param("incident", offer.incident())
        .param("needs", String.join(",", offer.needs().stream().map(Enum::name).toList()))
        .param("organization", offer.organization())
        .param("by", by.account())
        .param("org", by.organization())
        .param("at", utc(at))
        .param("answerBy", utc(answerBy))
        .param("follows", offer.follows())
        .update();
  }

  Optional<Referral> byToken(String token) {
    return jdbc.sql(SELECT + "r.token = ?")
        .param(token)
        .query((row, n) -> referral(row))
        .optional();
  }

  /** Holds the row until the transaction ends, and reads it. */
  Optional<Referral> lock(String token) {
    rows.hold("token", token);
    return byToken(token);
  }

  /** The columns that a move changes, by name; the version counts up by itself. */
  void change(UUID id, Map<String, @Nullable Object> columns, Instant at) {
    rows.change(id, columns, at);
  }

  /** Adds to the history; nothing in it was written by hand. */
  void step(UUID referral, Entry entry, @Nullable String code) {
    log.add(referral, entry, code);
  }

  List<ReferralStep> steps(UUID referral) {
    return log.of(
        referral,
        (row, n) -> {
          String from = row.getString("from_state");
          return new ReferralStep(
              row.getInt("position"),
              row.getString("move"),
              from == null ? null : ReferralState.valueOf(from),
              ReferralState.valueOf(row.getString("to_state")),
              row.getString("by_account"),
              row.getString("by_organization"),
              row.getObject("at", OffsetDateTime.class),
              row.getString("code"));
        });
  }

  /** What the same form made before. */
  Optional<Referral> byKey(@Nullable UUID key, String account) {
    return jdbc.sql(SELECT + keys.madeBefore("r.id"))
        .param("key", key)
        .param("account", account)
        .query((row, n) -> referral(row))
        .optional();
  }

  static Referral referral(ResultSet row) throws SQLException {
    return new Referral(
        row.getObject("id", UUID.class),
        row.getString("token"),
        row.getInt("area"),
        row.getObject("incident", UUID.class),
        Arrays.stream((String[]) row.getArray("needs").getArray()).map(NeedType::valueOf).toList(),
        row.getString("organization"),
        ReferralState.valueOf(row.getString("state")),
        row.getString("decline_code"),
        row.getString("outcome_code"),
        row.getString("offered_by"),
        row.getString("offered_org"),
        row.getObject("offered_at", OffsetDateTime.class),
        row.getObject("due_at", OffsetDateTime.class),
        row.getString("follows_token"),
        row.getString("followed_by"),
        row.getInt("version"));
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}

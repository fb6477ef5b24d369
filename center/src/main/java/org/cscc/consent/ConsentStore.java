package org.cscc.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of consents and of their withdrawals; rows are only ever added. */
@Component
class ConsentStore {
  private static final String ROWS =
      """
      select c.id, c.token, c.organization, c.shares, c.recipients, c.purpose, c.method, c.language,
             c.given_at, c.expires_at, w.at as withdrawn_at
      from consent.consent c left join consent.withdrawal w on w.consent = c.id
      """;

  private final JdbcClient jdbc;

  ConsentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Consent consent, String by) {
    jdbc.sql(
            """
            insert into consent.consent
              (id, token, organization, shares, recipients, purpose, method, language, given_at,
               expires_at, recorded_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            consent.id(),
            consent.token(),
            consent.organization(),
            consent.shares().stream().map(Enum::name).toArray(String[]::new),
            consent.recipients().toArray(String[]::new),
            consent.purpose().name(),
            consent.method(),
            consent.language(),
            consent.givenAt(),
            consent.expiresAt(),
            by)
        .update();
  }

  /** Withdraws; a second time changes nothing. */
  void withdraw(UUID id, String by, OffsetDateTime at) {
    jdbc.sql(
            """
            insert into consent.withdrawal (consent, by, at) values (?, ?, ?)
            on conflict (consent) do nothing
            """)
        .params(id, by, at)
        .update();
  }

  Optional<Consent> byId(UUID id) {
    return jdbc.sql(ROWS + " where c.id = ?").param(id).query((row, n) -> consent(row)).optional();
  }

  List<Consent> of(String token) {
    return jdbc.sql(ROWS + " where c.token = ? order by c.given_at desc")
        .param(token)
        .query((row, n) -> consent(row))
        .list();
  }

  /** Consents of an organization, or of all when none is named, newest first. */
  List<Consent> newest(String organization, int most) {
    return jdbc.sql(
            ROWS + " where (? = '' or c.organization = ?) order by c.given_at desc, c.id limit ?")
        .params(organization, organization, most)
        .query((row, n) -> consent(row))
        .list();
  }

  private static Consent consent(ResultSet row) throws SQLException {
    return new Consent(
        row.getObject("id", UUID.class),
        row.getString("token"),
        row.getString("organization"),
        words(row, "shares").stream().map(Share::valueOf).collect(Collectors.toSet()),
        words(row, "recipients"),
        Purpose.valueOf(row.getString("purpose")),
        row.getString("method"),
        row.getString("language"),
        row.getObject("given_at", OffsetDateTime.class),
        row.getObject("expires_at", OffsetDateTime.class),
        row.getObject("withdrawn_at", OffsetDateTime.class));
  }

  private static Set<String> words(ResultSet row, String column) throws SQLException {
    return Arrays.stream((String[]) row.getArray(column).getArray()).collect(Collectors.toSet());
  }
}

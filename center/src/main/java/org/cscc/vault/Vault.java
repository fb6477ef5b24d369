package org.cscc.vault;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.consent.Disclosure;
import org.cscc.consent.Purpose;
import org.cscc.consent.Share;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Refused;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door of the vault for rooms that look after survivors. Sealed fields go in and out only with
 * the proof that the person consents to the organization's being told, asked for each time.
 */
@Component
public class Vault {
  static final int LONGEST = 500;
  private static final String ROWS =
      """
      select id, token, organization, purpose, area, asked_cents, granted_cents, opened_at, due_at,
             closed_at
      from vault.record
      """;

  private final JdbcClient jdbc;
  private final OrganizationKeys keys;
  private final AuditTrail trail;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Vault(
      JdbcClient jdbc,
      OrganizationKeys keys,
      AuditTrail trail,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.trail = trail;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Writes a person down for the own organization.
   *
   * @throws Refused R-VAULT-01 when the proof is for somebody else, R-VAULT-02 when the entry does
   *     not fit, R-VAULT-03 when the organization looks after this token already
   */
  public UUID write(Decision decision, Disclosure proof, Entry entry) {
    String organization = mine(decision, proof, proof.token());
    if (entry.area() < 1
        || entry.area() > 9999
        || !entry.dueAt().isAfter(clock.instant())
        || (entry.askedCents() != null && entry.askedCents() < 0)
        || entry.fields().values().stream().anyMatch(text -> text.length() > LONGEST)
        || entry.fields().values().stream().allMatch(String::isBlank)) {
      throw new Refused(Refused.Kind.INVALID, "R-VAULT-02", "vault.refused.entry", LONGEST);
    }
    Aead key = OrganizationKeys.aead(keys.orNew(organization));
    UUID id = UUID.randomUUID();
    transaction.executeWithoutResult(
        status -> {
          keys.shareWith(organization);
          add(id, proof.token(), organization, decision.account(), entry);
          Aead now = keys.of(organization).map(OrganizationKeys::aead).orElse(key);
          entry
              .fields()
              .forEach(
                  (field, text) -> {
                    if (!text.isBlank()) {
                      put(id, organization, field, now, text.strip());
                    }
                  });
          trail.note(AuditNote.change(Deed.CREATE, "survivor", proof.token(), null, id.toString()));
        });
    return id;
  }

  private void add(UUID id, String token, String organization, String by, Entry entry) {
    int added =
        jdbc.sql(
                """
                insert into vault.record
                  (id, token, organization, purpose, area, asked_cents, opened_at, due_at, written_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (token, organization) do nothing
                """)
            .params(
                Arrays.<@Nullable Object>asList(
                    id,
                    token,
                    organization,
                    entry.purpose().name(),
                    entry.area(),
                    entry.askedCents(),
                    clock.instant().atOffset(ZoneOffset.UTC),
                    entry.dueAt().atOffset(ZoneOffset.UTC),
                    by))
            .update();
    if (added == 0) {
      throw new Refused(Refused.Kind.CONFLICT, "R-VAULT-03", "vault.refused.known", token);
    }
  }

  private void put(UUID id, String organization, Field field, Aead key, String text) {
    jdbc.sql("insert into vault.field (record, organization, kind, sealed) values (?, ?, ?, ?)")
        .params(
            id, organization, field.name(), SealedFields.seal(key, organization, id, field, text))
        .update();
  }

  /**
   * Opens the sealed fields of a record of the own organization; noted as read.
   *
   * @throws Refused R-VAULT-01 when the proof is for somebody else
   * @throws VaultKeyLost when the keys do not open it
   */
  public Map<Field, String> open(Decision decision, Disclosure proof, UUID id) {
    Kept record = one(decision, id);
    String organization = mine(decision, proof, record.token());
    Map<Field, String> fields = fields(organization, id);
    trail.note(AuditNote.of(Deed.READ, "survivor", record.token(), 1));
    return fields;
  }

  /** What is sealed of a record, opened; who calls notes it. */
  Map<Field, String> fields(String organization, UUID id) {
    Map<Field, String> fields = new EnumMap<>(Field.class);
    Aead key = OrganizationKeys.aead(keys.of(organization).orElseThrow());
    jdbc.sql("select kind, sealed from vault.field where record = ? and organization = ?")
        .params(id, organization)
        .query(
            (row, n) -> {
              Field field = Field.valueOf(row.getString("kind"));
              return fields.put(field, opened(key, organization, id, field, row.getBytes(2)));
            })
        .list();
    return fields;
  }

  /** What organizations keep of a person, as far as the row policies let it through. */
  List<Kept> recordsOf(Decision decision, String token) {
    decision.about(Capability.OPEN_ON_CAUSE);
    return jdbc.sql(ROWS + " where token = ? order by organization")
        .param(token)
        .query((row, n) -> kept(row))
        .list();
  }

  private static String opened(Aead key, String organization, UUID id, Field field, byte[] sealed) {
    try {
      return SealedFields.open(key, organization, id, field, sealed);
    } catch (GeneralSecurityException e) {
      throw new VaultKeyLost(
          "The key of " + organization + " does not open a field of " + id + ".");
    }
  }

  /** A record of the own organization, without what is sealed. */
  public Kept one(Decision decision, UUID id) {
    return jdbc.sql(ROWS + " where id = ? and organization = ?")
        .params(id, own(decision))
        .query((row, n) -> kept(row))
        .optional()
        .orElseThrow(
            () -> new Refused(Refused.Kind.NOT_FOUND, "R-VAULT-04", "vault.refused.unknown"));
  }

  /** Closes a record; its sealed fields go soon after, by the table of retention. */
  public void close(Decision decision, UUID id) {
    Kept record = one(decision, id);
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("update vault.record set closed_at = ? where id = ? and closed_at is null")
              .params(clock.instant().atOffset(ZoneOffset.UTC), id)
              .update();
          trail.note(AuditNote.change(Deed.CHANGE, "survivor", record.token(), "open", "closed"));
        });
  }

  /** The records of the own organization, the most pressing first. */
  public List<Kept> own(Decision decision, int most) {
    return jdbc.sql(
            ROWS + " where organization = ? order by closed_at nulls first, due_at, id limit ?")
        .params(own(decision), most)
        .query((row, n) -> kept(row))
        .list();
  }

  /** How many records the own organization has. */
  public int owned(Decision decision) {
    return jdbc.sql("select count(*) from vault.record where organization = ?")
        .param(own(decision))
        .query(Integer.class)
        .single();
  }

  /** Every record as a token, an area, amounts and clocks, for staff of the City. */
  public List<SeenToken> tokens(Decision decision, int most) {
    decision.about(Capability.SEE_SURVIVOR_TOKENS);
    return jdbc.sql(
            """
            select token, area, asked_cents, granted_cents, due_at, closed_at from vault.record
            order by closed_at nulls first, due_at, id limit ?
            """)
        .param(most)
        .query((row, n) -> seen(row))
        .list();
  }

  /** How many tokens there are. */
  public int counted(Decision decision) {
    decision.about(Capability.SEE_SURVIVOR_TOKENS);
    return jdbc.sql("select count(*) from vault.record").query(Integer.class).single();
  }

  private static String own(Decision decision) {
    return decision.about(Capability.KEEP_SURVIVORS).organization();
  }

  /** The organization, when the proof is about this token, for it, and about the contact. */
  private static String mine(Decision decision, Disclosure proof, String token) {
    String organization = own(decision);
    if (!proof.token().equals(token)
        || !proof.recipient().equals(organization)
        || !proof.shares().contains(Share.CONTACT)) {
      throw new Refused(Refused.Kind.FORBIDDEN, "R-VAULT-01", "vault.refused.proof");
    }
    return organization;
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getObject("id", UUID.class),
        row.getString("token"),
        row.getString("organization"),
        Purpose.valueOf(row.getString("purpose")),
        row.getInt("area"),
        row.getObject("asked_cents", Long.class),
        row.getObject("granted_cents", Long.class),
        chicago(row.getObject("opened_at", OffsetDateTime.class)),
        chicago(row.getObject("due_at", OffsetDateTime.class)),
        closed(row));
  }

  private static SeenToken seen(ResultSet row) throws SQLException {
    return new SeenToken(
        row.getString("token"),
        row.getInt("area"),
        row.getObject("asked_cents", Long.class),
        row.getObject("granted_cents", Long.class),
        chicago(row.getObject("due_at", OffsetDateTime.class)),
        closed(row));
  }

  private static @Nullable ZonedDateTime closed(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject("closed_at", OffsetDateTime.class);
    return at == null ? null : chicago(at);
  }

  private static ZonedDateTime chicago(OffsetDateTime at) {
    return at.atZoneSameInstant(ReviewWeek.CHICAGO);
  }
}

package org.cscc.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.cscc.access.Decision;
import org.cscc.evidence.Receipt.Accepted;
import org.cscc.evidence.Receipt.TurnedAway;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door for photos: takes them in for a record, and hands them out. */
@Component
public class Photos {
  /** Most bytes of one file: 10 MiB. */
  public static final int MOST_BYTES = 10 * 1024 * 1024;

  /** Most photos of one record. */
  static final int MOST_OF_A_RECORD = 20;

  private final JdbcClient jdbc;
  private final AuditTrail trail;
  private final Clock clock;
  private final Redrawing redrawing = new Redrawing();

  Photos(JdbcClient jdbc, AuditTrail trail, Clock clock) {
    this.jdbc = jdbc;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Takes a photo in for a record. Stands or falls with the transaction of the caller.
   *
   * @param decision that the person may add to the record; the owning room has asked for it
   * @param record id of the record in the owner's own words
   * @param file as it was sent; read to its end or to the limit, and not closed
   */
  @Transactional
  public Receipt accept(Decision decision, Owner owner, String record, InputStream file) {
    try {
      byte[] sent = file.readNBytes(MOST_BYTES + 1);
      if (sent.length > MOST_BYTES) {
        return turnedAway("R-EVID-01", "evidence.refused.size", MOST_BYTES / 1024 / 1024);
      }
      if (of(owner, record).size() >= MOST_OF_A_RECORD) {
        return turnedAway("R-EVID-04", "evidence.refused.many", MOST_OF_A_RECORD);
      }
      return switch (redrawing.of(sent)) {
        case Redrawing.Drawn drawn -> keep(decision, owner, record, drawn);
        case Redrawing.NoPhoto no ->
            turnedAway("R-EVID-02", "evidence.refused.type", no.seemsToBe());
        case Redrawing.TooLarge no ->
            turnedAway("R-EVID-03", "evidence.refused.pixels", no.width(), no.height());
        case Redrawing.Broken _ -> turnedAway("R-EVID-05", "evidence.refused.broken");
      };
    } catch (IOException e) {
      throw new UncheckedIOException("The file stopped arriving", e);
    }
  }

  private Accepted keep(Decision decision, Owner owner, String record, Redrawing.Drawn drawn) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into evidence.picture
              (id, owner, record, type, width, height, sha256, content, added_by, added_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            owner.kind(),
            record,
            drawn.type(),
            drawn.width(),
            drawn.height(),
            drawn.sha256(),
            drawn.content(),
            decision.account(),
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    trail.note(
        AuditNote.change(
            Deed.CREATE, "evidence", id.toString(), null, owner.kind() + " " + record));
    return new Accepted(id, drawn.sha256(), drawn.content().length, drawn.width(), drawn.height());
  }

  private static TurnedAway turnedAway(String rule, String key, Object... arguments) {
    return new TurnedAway(new Refused(Refused.Kind.INVALID, rule, key, arguments));
  }

  /** The photos of a record, the first added first; the caller has asked who may see it. */
  public List<UUID> of(Owner owner, String record) {
    return jdbc.sql(
            """
            select id from evidence.picture where owner = ? and record = ? order by added_at, id
            """)
        .params(owner.kind(), record)
        .query((row, number) -> row.getObject("id", UUID.class))
        .list();
  }

  /** Takes the photos of a record away, when the owner's own rules say that its time is over. */
  @Transactional
  public int forget(Owner owner, String record) {
    int gone =
        jdbc.sql("delete from evidence.picture where owner = ? and record = ?")
            .params(owner.kind(), record)
            .update();
    if (gone > 0) {
      trail.note(AuditNote.of(Deed.REMOVE, "evidence", owner.kind() + " " + record, gone));
    }
    return gone;
  }
}

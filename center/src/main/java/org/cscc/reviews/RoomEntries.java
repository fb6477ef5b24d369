package org.cscc.reviews;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what was written down in rooms. Rows are only ever added. */
@Component
class RoomEntries {
  private final JdbcClient jdbc;

  RoomEntries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What stands in a room: the newest of each subject, in the order in which it was begun. */
  List<RoomEntry> of(UUID meeting) {
    return jdbc.sql(
            """
            select * from (
              select distinct on (kind, subject) *,
                min(at) over (partition by kind, subject) as begun
              from reviews.entry where meeting = ? order by kind, subject, version desc) newest
            order by begun, kind, subject
            """)
        .param(meeting)
        .query((row, n) -> entry(row))
        .list();
  }

  /** The newest on one subject. */
  Optional<RoomEntry> newest(UUID meeting, EntryKind kind, String subject) {
    return jdbc.sql(
            """
            select * from reviews.entry where meeting = ? and kind = ? and subject = ?
            order by version desc limit 1
            """)
        .params(meeting, kind.name(), subject)
        .query((row, n) -> entry(row))
        .optional();
  }

  /** What was written with a form's key by an account. */
  Optional<RoomEntry> byKey(UUID key, String account) {
    return jdbc.sql("select * from reviews.entry where key = ? and by_account = ?")
        .params(key, account)
        .query((row, n) -> entry(row))
        .optional();
  }

  /**
   * What other reviews of the team wrote down as coming, the newest word of each.
   *
   * @param but the meeting whose own rows are left out
   * @param to last day, included
   */
  List<RoomEntry> comingBefore(String team, UUID but, LocalDate from, LocalDate to) {
    return jdbc.sql(
            """
            select * from (
              select distinct on (e.subject) e.* from reviews.entry e
              join reviews.meeting m on m.id = e.meeting
              where m.team = ? and m.id <> ? and e.kind = 'LOOK_AHEAD' and m.week >= ?
              order by e.subject, e.at desc, e.version desc) newest
            where value <> 'TAKEN_OFF' and detail between ? and ? order by detail, subject
            """)
        .params(team, but, from.minusWeeks(8), from.toString(), to.toString())
        .query((row, n) -> entry(row))
        .list();
  }

  /**
   * Adds the version after the one that was seen.
   *
   * @return false when that version is there already
   */
  boolean add(UUID meeting, EntryWish wish, MeetingActor by, Instant at) {
    return jdbc.sql(
                """
                insert into reviews.entry
                  (meeting, kind, subject, version, value, detail, note, key, by_account, by_role,
                   at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (meeting, kind, subject, version) do nothing
                """)
            .param(meeting)
            .param(wish.kind().name())
            .param(wish.subject())
            .param(wish.seen() + 1)
            .param(wish.value())
            .param(wish.detail())
            .param(wish.note())
            .param(wish.key())
            .param(by.account())
            .param(by.role().name())
            .param(MeetingStore.utc(at))
            .update()
        == 1;
  }

  private static RoomEntry entry(ResultSet row) throws SQLException {
    return new RoomEntry(
        EntryKind.valueOf(row.getString("kind")),
        row.getString("subject"),
        row.getInt("version"),
        row.getString("value"),
        row.getString("detail"),
        row.getString("note"),
        row.getString("by_account"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}

package org.cscc.reviews;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cscc.kernel.ReviewWeek;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the packets. Rows are only ever added. */
@Component
class PacketStore {
  private static final String COLUMNS =
      """
      select id, team, week, revision, edition, content_sha256, facts_sha256, data_as_of,
             prepared_at, incidents, harmed, killed, changes, state, state_by, state_at, published_at
      from reviews.packet_standing
      """;

  private final JdbcClient jdbc;

  PacketStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Holds other preparations and publications of the same packet back until this one is over. */
  void lock(String team, ReviewWeek week) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('reviews'), hashtext(?))")
        .param(team + " " + week.firstDay())
        .query((row, number) -> 1)
        .list();
  }

  /** Every row of a team's week that was not set aside, newest revision first. */
  List<PacketRow> of(String team, ReviewWeek week) {
    return jdbc.sql(
            COLUMNS
                + """
                where team = ? and week = ? and state <> 'SET_ASIDE'
                order by revision desc, edition desc
                """)
        .params(team, week.firstDay())
        .query(PacketStore::row)
        .list();
  }

  /** Every row of the teams in a span of weeks that was not set aside, newest week first. */
  List<PacketRow> between(Collection<String> teams, LocalDate from, LocalDate to) {
    return jdbc.sql(
            COLUMNS
                + """
                where team = any (?) and week between ? and ? and state <> 'SET_ASIDE'
                order by week desc, team, revision desc
                """)
        .params(teams.toArray(String[]::new), from, to)
        .query(PacketStore::row)
        .list();
  }

  /** The row with the content that a reader was shown, whatever became of it. */
  Optional<PacketRow> shown(String team, ReviewWeek week, byte[] contentHash) {
    return jdbc.sql(COLUMNS + "where team = ? and week = ? and content_sha256 = ? limit 1")
        .params(team, week.firstDay(), contentHash)
        .query(PacketStore::row)
        .optional();
  }

  /** Codes of the teams that have a packet of the week. */
  List<String> teamsOf(ReviewWeek week) {
    return jdbc.sql("select distinct team from reviews.packet where week = ? order by team")
        .param(week.firstDay())
        .query((row, number) -> row.getString(1))
        .list();
  }

  /** How often a revision was prepared. */
  int editions(String team, ReviewWeek week, int revision) {
    return jdbc.sql(
            """
            select coalesce(max(edition), 0) from reviews.packet
            where team = ? and week = ? and revision = ?
            """)
        .params(team, week.firstDay(), revision)
        .query((row, number) -> row.getInt(1))
        .single();
  }

  /** The newest week that any packet was prepared for. */
  Optional<LocalDate> newestWeek() {
    return jdbc.sql("select week from reviews.packet order by week desc limit 1")
        .query((row, number) -> row.getObject(1, LocalDate.class))
        .optional();
  }

  /** The stored tree. */
  PacketContent content(UUID id) {
    return jdbc.sql("select content from reviews.packet where id = ?")
        .param(id)
        .query((row, number) -> PacketJson.read(row.getString(1)))
        .single();
  }

  /** The stored trees of several packets in one go. */
  Map<UUID, PacketContent> contents(Collection<UUID> ids) {
    Map<UUID, PacketContent> contents = new HashMap<>();
    jdbc.sql("select id, content from reviews.packet where id = any (?)")
        .param(ids.toArray(UUID[]::new))
        .query(
            row -> {
              contents.put(
                  row.getObject("id", UUID.class), PacketJson.read(row.getString("content")));
            });
    return contents;
  }

  /** Stores a new draft. */
  void add(PacketRow row, String content, String by) {
    jdbc.sql(
            """
            insert into reviews.packet
              (id, team, week, revision, edition, content, content_sha256, facts_sha256, data_as_of,
               prepared_at, prepared_by, incidents, harmed, killed, changes)
            values (?, ?, ?, ?, ?, ?, decode(?, 'hex'), decode(?, 'hex'), ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            row.id(),
            row.team(),
            row.week(),
            row.revision(),
            row.edition(),
            content,
            row.contentHash(),
            row.factsHash(),
            utc(row.dataAsOf()),
            utc(row.preparedAt()),
            by,
            row.incidents(),
            row.harmed(),
            row.killed(),
            row.changes())
        .update();
  }

  /** Appends what happened to a row. */
  void step(PacketRow row, PacketStep step) {
    jdbc.sql(
            """
            insert into reviews.packet_step
              (packet, position, team, week, revision, from_state, to_state, by_account, by_role,
               at, reason)
            select ?, coalesce(max(position), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?
            from reviews.packet_step where packet = ?
            """)
        .param(row.id())
        .param(row.team())
        .param(row.week())
        .param(row.revision())
        .param(step.from() == null ? null : step.from().name())
        .param(step.to().name())
        .param(step.by())
        .param(step.role())
        .param(utc(step.at()))
        .param(step.reason().name())
        .param(row.id())
        .update();
  }

  /** What happened to the packets of a team's week, oldest first. */
  List<PacketStep> steps(String team, ReviewWeek week) {
    return jdbc.sql(
            """
            select revision, from_state, to_state, by_account, by_role, at, reason
            from reviews.packet_step where team = ? and week = ? order by at, revision, position
            """)
        .params(team, week.firstDay())
        .query((row, number) -> PacketStep.of(row))
        .list();
  }

  /** Takes every packet away, when a demo home is emptied for real data. */
  void removeAll() {
    jdbc.sql("truncate reviews.packet, reviews.packet_step, reviews.deferral").update();
    jdbc.sql(
            """
            truncate reviews.meeting, reviews.meeting_step, reviews.entry, reviews.minutes,
              reviews.tension, reviews.calendar_feed
            """)
        .update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static PacketRow row(ResultSet row, int number) throws SQLException {
    OffsetDateTime published = row.getObject("published_at", OffsetDateTime.class);
    return new PacketRow(
        row.getObject("id", UUID.class),
        row.getString("team"),
        row.getObject("week", LocalDate.class),
        row.getInt("revision"),
        row.getInt("edition"),
        PacketRow.hex(row.getBytes("content_sha256")),
        PacketRow.hex(row.getBytes("facts_sha256")),
        row.getObject("data_as_of", OffsetDateTime.class).toInstant(),
        row.getObject("prepared_at", OffsetDateTime.class).toInstant(),
        row.getInt("incidents"),
        row.getInt("harmed"),
        row.getInt("killed"),
        row.getInt("changes"),
        PacketState.valueOf(row.getString("state")),
        row.getString("state_by"),
        row.getObject("state_at", OffsetDateTime.class).toInstant(),
        published == null ? null : published.toInstant());
  }
}

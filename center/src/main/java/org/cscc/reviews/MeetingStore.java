package org.cscc.reviews;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of meetings and of what happened to them. */
@Component
class MeetingStore {
  private final JdbcClient jdbc;

  MeetingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Meeting> of(String team, LocalDate week) {
    return jdbc.sql("select * from reviews.meeting where team = ? and week = ?")
        .params(team, week)
        .query((row, n) -> meeting(row))
        .optional();
  }

  /** Holds the row until the transaction ends, and reads it. */
  Optional<Meeting> lock(String team, LocalDate week) {
    return jdbc.sql("select * from reviews.meeting where team = ? and week = ? for update")
        .params(team, week)
        .query((row, n) -> meeting(row))
        .optional();
  }

  Optional<Meeting> byId(UUID id) {
    return jdbc.sql("select * from reviews.meeting where id = ?")
        .param(id)
        .query((row, n) -> meeting(row))
        .optional();
  }

  List<Meeting> byIds(Collection<UUID> ids) {
    return jdbc.sql("select * from reviews.meeting where id = any (?)")
        .param(ids.toArray(UUID[]::new))
        .query((row, n) -> meeting(row))
        .list();
  }

  /** Meetings of the teams that begin in a span of time, in order. */
  List<Meeting> between(Collection<String> teams, Instant from, Instant until) {
    return jdbc.sql(
            """
            select * from reviews.meeting
            where team = any (?) and starts_at >= ? and starts_at < ? order by starts_at, team
            """)
        .params(teams.toArray(String[]::new), utc(from), utc(until))
        .query((row, n) -> meeting(row))
        .list();
  }

  /** Meetings still ahead by their state, whatever the clock says. */
  List<Meeting> ahead() {
    return jdbc.sql(
            """
            select * from reviews.meeting
            where state in ('SCHEDULED', 'PACKET_DRAFT', 'PACKET_PUBLISHED') order by starts_at
            """)
        .query((row, n) -> meeting(row))
        .list();
  }

  /** Cancelled meetings over the weeks from one on. */
  List<Meeting> cancelledSince(LocalDate week) {
    return jdbc.sql(
            """
            select * from reviews.meeting
            where state = 'CANCELLED' and week >= ? order by week, team
            """)
        .param(week)
        .query((row, n) -> meeting(row))
        .list();
  }

  /** The meeting before a week that was held, if there was one. */
  Optional<Meeting> heldBefore(String team, LocalDate week) {
    return jdbc.sql(
            """
            select * from reviews.meeting
            where team = ? and week < ? and state in ('IN_SESSION', 'MINUTES_DRAFT', 'CLOSED')
            order by week desc limit 1
            """)
        .params(team, week)
        .query((row, n) -> meeting(row))
        .optional();
  }

  /**
   * The same, or one that was held together with another team's. Whether that one was held is known
   * to whoever reads it, and to the center.
   */
  Optional<Meeting> satBefore(String team, LocalDate week) {
    return jdbc.sql(
            """
            select m.* from reviews.meeting m left join reviews.meeting h on h.id = m.merged_into
            where m.team = ? and m.week < ?
              and coalesce(h.state, m.state) in ('IN_SESSION', 'MINUTES_DRAFT', 'CLOSED')
            order by m.week desc limit 1
            """)
        .params(team, week)
        .query((row, n) -> meeting(row))
        .optional();
  }

  /** Meetings of other teams that are held together with those of a team, by what holds them. */
  List<Meeting> guestsOf(String team) {
    return jdbc.sql(
            """
            select g.* from reviews.meeting g join reviews.meeting h on h.id = g.merged_into
            where h.team = ? and g.state = 'MERGED' order by g.starts_at, g.team
            """)
        .param(team)
        .query((row, n) -> meeting(row))
        .list();
  }

  /** Meetings of other teams that are held together with one. */
  List<Meeting> guestsAt(UUID host) {
    return jdbc.sql("select * from reviews.meeting where merged_into = ? order by team")
        .param(host)
        .query((row, n) -> meeting(row))
        .list();
  }

  /**
   * Adds a meeting, unless the team has one of the week.
   *
   * @return whether it is new
   */
  boolean add(Meeting meeting) {
    return jdbc.sql(
                """
                insert into reviews.meeting
                  (id, team, week, planned_at, starts_at, minutes, place, quorum, state,
                   packet_revision)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (team, week) do nothing
                """)
            .param(meeting.id())
            .param(meeting.team())
            .param(meeting.week())
            .param(utc(meeting.plannedAt()))
            .param(utc(meeting.startsAt()))
            .param(meeting.minutes())
            .param(meeting.place())
            .param(meeting.quorum())
            .param(meeting.state().name())
            .param(meeting.packetRevision())
            .update()
        == 1;
  }

  /** The columns that a move changes, by name; the version counts up by itself. */
  void change(UUID id, Map<String, @Nullable Object> columns) {
    StringBuilder sql = new StringBuilder("update reviews.meeting set version = version + 1");
    columns.keySet().forEach(name -> sql.append(", ").append(name).append(" = :").append(name));
    JdbcClient.StatementSpec update = jdbc.sql(sql + " where id = :id").param("id", id);
    for (Map.Entry<String, @Nullable Object> column : columns.entrySet()) {
      update = update.param(column.getKey(), column.getValue());
    }
    update.update();
  }

  /**
   * Notes that people are told of it; nothing that a person sees and writes back changes by it.
   *
   * @return false when somebody moved it meanwhile
   */
  boolean slipped(Meeting meeting, Instant at) {
    return told("slipped_at", meeting, at);
  }

  /**
   * Notes that its facilitators are told that it is not closed.
   *
   * @return false when somebody was faster
   */
  boolean unclosed(Meeting meeting, Instant at) {
    return told("unclosed_at", meeting, at);
  }

  private boolean told(String column, Meeting meeting, Instant at) {
    return jdbc.sql(
                "update reviews.meeting set %1$s = ? where id = ? and version = ? and %1$s is null"
                    .formatted(column))
            .params(utc(at), meeting.id(), meeting.version())
            .update()
        == 1;
  }

  /**
   * Reviews that were opened, whose time was over before a moment, and that are not closed. Opened
   * late, or opened again, their time counts from then.
   *
   * @param untold only those of which nobody was told
   */
  List<Meeting> unclosed(Instant endedBefore, boolean untold) {
    return jdbc.sql(
            """
            select m.* from reviews.meeting m
            where m.state in ('IN_SESSION', 'MINUTES_DRAFT')
              and greatest(m.starts_at, (select max(s.at) from reviews.meeting_step s
                  where s.meeting = m.id and s.move in ('START', 'REOPEN')))
                + m.minutes * interval '1 minute' < :before
              and (not :untold or m.unclosed_at is null)
            order by m.starts_at, m.team
            """)
        .param("before", utc(endedBefore))
        .param("untold", untold)
        .query((row, n) -> meeting(row))
        .list();
  }

  void step(UUID meeting, MeetingStep step) {
    jdbc.sql(
            """
            insert into reviews.meeting_step
              (meeting, position, move, from_state, to_state, by_account, by_role, at, reason,
               detail)
            select :meeting, coalesce(max(position), 0) + 1, :move, :from, :to, :by, :role, :at,
              :reason, :detail
            from reviews.meeting_step where meeting = :meeting
            """)
        .param("meeting", meeting)
        .param("move", step.move())
        .param("from", step.from() == null ? null : step.from().name())
        .param("to", step.to().name())
        .param("by", step.byAccount())
        .param("role", step.byRole())
        .param("at", utc(step.at()))
        .param("reason", step.reason())
        .param("detail", step.detail())
        .update();
  }

  List<MeetingStep> steps(UUID meeting) {
    return jdbc.sql("select * from reviews.meeting_step where meeting = ? order by position")
        .param(meeting)
        .query(
            (row, n) ->
                new MeetingStep(
                    row.getString("move"),
                    row.getString("from_state") == null
                        ? null
                        : MeetingState.valueOf(row.getString("from_state")),
                    MeetingState.valueOf(row.getString("to_state")),
                    row.getString("by_account"),
                    row.getString("by_role"),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("reason"),
                    row.getString("detail")))
        .list();
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Meeting meeting(ResultSet row) throws SQLException {
    OffsetDateTime slipped = row.getObject("slipped_at", OffsetDateTime.class);
    return new Meeting(
        row.getObject("id", UUID.class),
        row.getString("team"),
        row.getObject("week", LocalDate.class),
        row.getObject("planned_at", OffsetDateTime.class).toInstant(),
        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
        row.getInt("minutes"),
        row.getString("place"),
        row.getInt("quorum"),
        MeetingState.valueOf(row.getString("state")),
        row.getInt("sequence"),
        row.getObject("packet_revision", Integer.class),
        row.getObject("merged_into", UUID.class),
        row.getInt("minutes_revision"),
        slipped == null ? null : slipped.toInstant(),
        row.getInt("version"));
  }
}

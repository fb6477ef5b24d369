package org.cscc.reviews;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.incidents.IncidentChapter;
import org.cscc.incidents.IncidentFacts;
import org.cscc.incidents.StoryLine;
import org.cscc.incidents.StoryWord;
import org.cscc.kernel.WallClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * In whose packet an incident was a card, and what the table said of it: the word alone, without
 * its note, its reason, or how tense anybody said the block was.
 */
@Component
class ReviewChapter implements IncidentChapter {
  private static final String REACH =
      "(:everywhere or %s.team = any (string_to_array(:teams, ',')))";

  private final JdbcClient jdbc;
  private final Packets packets;
  private final Access access;

  ReviewChapter(JdbcClient jdbc, Packets packets, Access access) {
    this.jdbc = jdbc;
    this.packets = packets;
    this.access = access;
  }

  /** A review week of a team. */
  private record Table(String team, LocalDate week) {
    String packet() {
      return "/reviews/" + week + "/" + team;
    }
  }

  /**
   * That a packet with the card was published, or that the incident was put off or brought back.
   *
   * @param card false for a deferral
   * @param until of a deferral; null when it was brought back
   */
  private record Dealt(Table table, boolean card, @Nullable LocalDate until, Instant at) {
    static Dealt of(ResultSet row, int number) throws SQLException {
      return new Dealt(
          new Table(row.getString("team"), row.getObject("week", LocalDate.class)),
          row.getBoolean("card"),
          row.getObject("until_week", LocalDate.class),
          row.getObject("at", OffsetDateTime.class).toInstant());
    }
  }

  private record Held(
      Table table,
      MeetingState state,
      Instant startsAt,
      @Nullable String said,
      @Nullable Instant saidAt) {
    static Held of(ResultSet row, int number) throws SQLException {
      OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
      return new Held(
          new Table(row.getString("team"), row.getObject("week", LocalDate.class)),
          MeetingState.valueOf(row.getString("state")),
          row.getObject("starts_at", OffsetDateTime.class).toInstant(),
          row.getString("value"),
          at == null ? null : at.toInstant());
    }
  }

  @Override
  public List<StoryLine> of(IncidentFacts incident, Instant until) {
    Decision packet = access.decide(Capability.READ_PACKET).orElse(null);
    if (packet == null) {
      return List.of();
    }
    List<Dealt> dealt = dealt(packet, incident);
    List<StoryLine> lines = new ArrayList<>();
    Set<Table> cards = new HashSet<>();
    Map<Table, Dealt> waiting = new HashMap<>();
    for (Dealt one : dealt) {
      lines.add(line(one));
      if (one.card()) {
        cards.add(one.table());
      } else {
        waiting.put(one.table(), one);
      }
    }
    for (Dealt one : waiting.values()) {
      LocalDate week = one.until();
      if (week != null && !cards.contains(new Table(one.table().team(), week))) {
        lines.add(
            StoryLine.stands("reviews.story.waits", team(one.table()), new StoryWord.Day(week)));
      }
    }
    access
        .decide(Capability.READ_MEETINGS)
        .ifPresent(
            reading ->
                held(reading, incident, dealt)
                    .forEach(one -> line(one, cards, waiting.keySet(), lines)));
    return lines;
  }

  private static StoryLine line(Dealt one) {
    StoryWord team = team(one.table());
    if (one.card()) {
      return StoryLine.happened(
              one.at(), "reviews.story.card", team, new StoryWord.Day(one.table().week()))
          .on(one.table().packet());
    }
    return (one.until() == null
            ? StoryLine.happened(one.at(), "reviews.story.back", team)
            : StoryLine.happened(
                one.at(), "reviews.story.deferred", team, new StoryWord.Day(one.until())))
        .on(one.table().packet());
  }

  private static void line(Held one, Set<Table> cards, Set<Table> put, List<StoryLine> lines) {
    String room = one.table().packet() + "/room";
    StoryWord team = team(one.table());
    String said = one.said();
    Instant at = one.saidAt();
    if (said != null && at != null) {
      // That it was put off is told with its week, by the deferral that follows the word.
      if (!said.equals("DEFERRED")) {
        String key = said.equals("REVIEWED") ? "reviewed" : "not-applicable";
        lines.add(StoryLine.happened(at, "reviews.story." + key, team).on(room));
      }
    } else if (cards.contains(one.table()) && !put.contains(one.table())) {
      if (one.state() == MeetingState.CLOSED) {
        lines.add(StoryLine.happened(one.startsAt(), "reviews.story.held", team).on(room));
      } else if (one.state().ahead()) {
        lines.add(
            StoryLine.stands("reviews.story.ahead", team, StoryWord.Day.of(one.startsAt()))
                .on(room));
      } else if (one.state().open()) {
        lines.add(
            StoryLine.stands("reviews.story.now", team, new StoryWord.Day(one.table().week()))
                .on(room));
      }
    }
  }

  /**
   * The packet of the week in which it happened, of that in which it came in, and of those it was
   * put off to: there its card can be, and only there the trees are looked through.
   */
  private List<Dealt> dealt(Decision decision, IncidentFacts incident) {
    return jdbc.sql(
            """
            select * from (
              select p.team, p.week, true as card, cast(null as date) as until_week, min(s.at) as at
              from reviews.packet p
              join reviews.packet_step s on s.packet = p.id and s.to_state = 'PUBLISHED'
              where %s
                and (p.week in (:own, :arrived)
                     or p.week in (select until_week from reviews.deferral where incident = :id))
                and position(:text in p.content) > 0
                and exists (
                  select from jsonb_array_elements(cast(p.content as jsonb) -> 'facts' -> 'cards') c
                  where c ->> 'incident' = :text)
              group by p.team, p.week
              union all
              select d.team, d.week, false, d.until_week, d.at
              from reviews.deferral d where d.incident = :id and %s) told
            order by at, team, week
            """
                .formatted(REACH.formatted("p"), REACH.formatted("d")))
        .params(values(decision))
        .param("id", incident.id())
        .param("text", incident.id().toString())
        .param("own", packets.holding(incident.occurredOn()).firstDay())
        .param("arrived", packets.holding(WallClock.dayOf(incident.firstSeenAt())).firstDay())
        .query(Dealt::of)
        .list();
  }

  private List<Held> held(Decision decision, IncidentFacts incident, List<Dealt> dealt) {
    return jdbc.sql(
            """
            select m.team, m.week, m.state, m.starts_at, e.value, e.at
            from reviews.meeting m
            left join lateral (
              select value, at from reviews.entry
              where meeting = coalesce(m.merged_into, m.id) and kind = 'INCIDENT' and subject = :text
              order by version desc limit 1) e on true
            where m.week = any (cast(string_to_array(:weeks, ',') as date[])) and %s
            order by m.week, m.team
            """
                .formatted(REACH.formatted("m")))
        .params(values(decision))
        .param("text", incident.id().toString())
        .param(
            "weeks",
            dealt.stream()
                .map(one -> one.table().week().toString())
                .distinct()
                .collect(Collectors.joining(",")))
        .query(Held::of)
        .list();
  }

  private static Map<String, Object> values(Decision decision) {
    return Map.of(
        "everywhere",
        decision.everywhere(),
        "teams",
        decision.teams().stream().filter(decision::reaches).collect(Collectors.joining(",")));
  }

  private static StoryWord team(Table table) {
    return new StoryWord.Team(table.team());
  }
}

package org.cscc.actions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.incidents.IncidentChapter;
import org.cscc.incidents.IncidentFacts;
import org.cscc.incidents.StoryLine;
import org.cscc.incidents.StoryWord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was promised after an incident: items raised from it, and items on its block that stand now
 * or were written down soon after. An item is told by its code and kind; its title is somebody's
 * words.
 */
@Component
class ItemChapter implements IncidentChapter {
  /** So many items are told; how many more there are is told, too. */
  private static final int MOST = 40;

  private final JdbcClient jdbc;
  private final Actions actions;
  private final Access access;

  ItemChapter(JdbcClient jdbc, Actions actions, Access access) {
    this.jdbc = jdbc;
    this.actions = actions;
    this.access = access;
  }

  private record Row(
      String code,
      Verb verb,
      ActionState state,
      @Nullable String owner,
      @Nullable OffsetDateTime dueAt,
      OffsetDateTime createdAt,
      @Nullable OffsetDateTime givenAt,
      @Nullable OffsetDateTime claimedAt,
      @Nullable OffsetDateTime verifiedAt,
      boolean raised,
      int all) {
    static Row of(ResultSet row, int number) throws SQLException {
      return new Row(
          row.getString("code"),
          Verb.valueOf(row.getString("verb")),
          ActionState.valueOf(row.getString("state")),
          row.getString("owner_org"),
          row.getObject("due_at", OffsetDateTime.class),
          row.getObject("created_at", OffsetDateTime.class),
          row.getObject("given_at", OffsetDateTime.class),
          row.getObject("claimed_at", OffsetDateTime.class),
          row.getObject("verified_at", OffsetDateTime.class),
          row.getBoolean("raised"),
          row.getInt("found"));
    }
  }

  @Override
  public List<StoryLine> of(IncidentFacts incident, Instant until) {
    return access
        .decide(Capability.READ_ACTIONS)
        .map(decision -> lines(incident, rows(decision, incident, until)))
        .orElse(List.of());
  }

  private List<Row> rows(Decision decision, IncidentFacts incident, Instant until) {
    Reach reach = Reach.of(decision, actions.role());
    return jdbc.sql(
            """
            select i.code, i.verb, i.state, i.owner_org, i.due_at, i.created_at, i.claimed_at,
              (select min(s.at) from actions.step s
               where s.item = i.id and s.to_state = 'ASSIGNED') as given_at,
              case when i.state = 'VERIFIED' then (select max(s.at) from actions.step s
                where s.item = i.id and s.to_state = 'VERIFIED') end as verified_at,
              i.origin = 'INCIDENT' and i.origin_record = :record as raised,
              count(*) over () as found
            from actions.item i
            where i.parent is null
              and ((i.origin = 'INCIDENT' and i.origin_record = :record)
                or (i.block = :block
                  and (i.state <> 'VERIFIED' or i.created_at between :since and :until)))
              and\s"""
                + reach.condition()
                + """
                 order by (i.state = 'VERIFIED'), coalesce(i.origin_record = :record, false) desc,
                  i.created_at desc, i.code limit :most
                """)
        .params(reach.values())
        .param("record", incident.id().toString())
        .param("block", incident.block())
        .param("since", incident.occurredAt().atOffset(ZoneOffset.UTC))
        .param("until", until.atOffset(ZoneOffset.UTC))
        .param("most", MOST)
        .query(Row::of)
        .list();
  }

  private static List<StoryLine> lines(IncidentFacts incident, List<Row> rows) {
    List<StoryLine> lines = new ArrayList<>();
    for (Row row : rows) {
      // What was promised before has its place only in how the block stands now.
      if (row.raised() || !row.createdAt().toInstant().isBefore(incident.occurredAt())) {
        happened(row, lines);
      }
      if (row.state().open()) {
        lines.add(stands(row));
      }
    }
    if (!rows.isEmpty() && rows.getFirst().all() > rows.size()) {
      lines.add(
          StoryLine.stands(
                  "actions.story.more", new StoryWord.Count(rows.getFirst().all() - rows.size()))
              .on("/actions"));
    }
    return lines;
  }

  private static void happened(Row row, List<StoryLine> lines) {
    StoryWord code = new StoryWord.Code(row.code());
    StoryWord verb = new StoryWord.Word("actions.verb." + row.verb());
    String page = page(row);
    if (row.givenAt() == null || row.owner() == null) {
      lines.add(
          StoryLine.happened(row.createdAt().toInstant(), "actions.story.proposed", code, verb)
              .on(page));
      return;
    }
    StoryWord owner = new StoryWord.Organization(row.owner());
    add(row.givenAt(), "promised", page, lines, code, verb, owner);
    add(row.claimedAt(), "claimed", page, lines, code, verb, owner);
    add(row.verifiedAt(), "verified", page, lines, code, verb, owner);
  }

  private static void add(
      @Nullable OffsetDateTime at,
      String key,
      String page,
      List<StoryLine> lines,
      StoryWord... words) {
    if (at != null) {
      lines.add(StoryLine.happened(at.toInstant(), "actions.story." + key, words).on(page));
    }
  }

  private static StoryLine stands(Row row) {
    StoryWord code = new StoryWord.Code(row.code());
    StoryWord verb = new StoryWord.Word("actions.verb." + row.verb());
    StoryWord state = new StoryWord.Word("actions.state." + row.state());
    OffsetDateTime due = row.dueAt();
    return (row.owner() == null || due == null
            ? StoryLine.stands("actions.story.open", code, verb, state)
            : StoryLine.stands(
                "actions.story.owed",
                code,
                verb,
                state,
                new StoryWord.Organization(row.owner()),
                StoryWord.Day.of(due.toInstant())))
        .on(page(row));
  }

  private static String page(Row row) {
    return "/actions/items/" + row.code();
  }
}

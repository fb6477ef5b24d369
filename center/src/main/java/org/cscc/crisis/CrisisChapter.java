package org.cscc.crisis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * Which organization was told about an incident, and which showed up: nobody's account, no reason,
 * and not whether a family was reached.
 */
@Component
class CrisisChapter implements IncidentChapter {
  private final JdbcClient jdbc;
  private final Access access;

  CrisisChapter(JdbcClient jdbc, Access access) {
    this.jdbc = jdbc;
    this.access = access;
  }

  /** A step, and how its activation stands: in one statement, however long the night was. */
  private record Row(
      String code,
      Instant openedAt,
      boolean open,
      String move,
      String role,
      @Nullable String organization,
      boolean silent,
      boolean over,
      Instant at) {
    static Row of(ResultSet row, int number) throws SQLException {
      return new Row(
          row.getString("code"),
          CrisisRows.instant(row, "opened_at"),
          ActivationState.valueOf(row.getString("state")).open(),
          row.getString("move"),
          row.getString("by_role"),
          row.getString("organization"),
          row.getBoolean("silent"),
          ActivationState.STOOD_DOWN.name().equals(row.getString("to_state")),
          CrisisRows.instant(row, "at"));
    }
  }

  @Override
  public List<StoryLine> of(IncidentFacts incident, Instant until) {
    return access
        .decide(Capability.READ_CRISES)
        .map(decision -> lines(rows(decision, incident)))
        .orElse(List.of());
  }

  private List<Row> rows(Decision decision, IncidentFacts incident) {
    return jdbc.sql(
            """
            select a.code, a.opened_at, a.state, s.move, s.by_role, s.organization, s.to_state,
              s.at, exists (select from crisis.party p where p.activation = a.id
                and p.organization = s.organization and p.state = 'NOTIFIED') as silent
            from crisis.activation a join crisis.step s on s.activation = a.id
            where a.incident = :incident and\s"""
                + CrisisReach.CONDITION
                + " order by s.at, s.position")
        .params(CrisisReach.values(decision))
        .param("incident", incident.id())
        .query(Row::of)
        .list();
  }

  private static List<StoryLine> lines(List<Row> rows) {
    List<StoryLine> lines = new ArrayList<>();
    Map<String, StoryLine> standing = new LinkedHashMap<>();
    for (Row row : rows) {
      String page = "/crisis/" + row.code();
      String key = key(row);
      if (key != null) {
        lines.add(StoryLine.happened(row.at(), "crisis.story." + key, words(row)).on(page));
      }
      if (row.open()) {
        standing.putIfAbsent(
            "",
            StoryLine.stands(
                    "crisis.story.open",
                    new StoryWord.Code(row.code()),
                    StoryWord.Day.of(row.openedAt()))
                .on(page));
        if (row.move().equals("CALL") && row.silent() && row.organization() != null) {
          standing.putIfAbsent(
              row.organization(),
              StoryLine.stands(
                      "crisis.story.silent",
                      new StoryWord.Organization(row.organization()),
                      StoryWord.Day.of(row.at()))
                  .on(page));
        }
      }
    }
    lines.addAll(standing.values());
    return lines;
  }

  /** The sentence of a step; null for what is told on the activation's own page only. */
  private static @Nullable String key(Row row) {
    return switch (row.move()) {
      case "OPEN" -> row.role().equals("RULE") ? "opened.rule" : "opened.hand";
      case "JOIN" -> "joined";
      case "CALL" -> "told";
      case "ACKNOWLEDGE" -> "acknowledged";
      case "UNABLE" -> "unable";
      case "DEPLOY" -> "out";
      case "LEAVE" -> "left";
      case "PLAN" -> "planned";
      case "RETRACT" -> row.over() ? "stood-down" : "retracted";
      case "STAND_DOWN" -> "stood-down";
      case "LESSONS" -> "lessons";
      default -> null;
    };
  }

  private static StoryWord words(Row row) {
    return row.organization() == null
        ? new StoryWord.Code(row.code())
        : new StoryWord.Organization(row.organization());
  }
}

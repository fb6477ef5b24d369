package org.cscc.actions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.FreeText;
import org.cscc.kernel.Refused;
import org.cscc.kernel.ReviewWeek;
import org.cscc.kernel.SpokenCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What rose and waits for an answer, and what was carried over so often that it should rise. */
@Component
class Escalations {
  private static final int SHOWN = 200;

  /** R-HRIT-06. */
  private static final int CARRIED = 3;

  private final JdbcClient jdbc;
  private final FreeText freeText;
  private final AuditTrail trail;
  private final Clock clock;

  Escalations(JdbcClient jdbc, FreeText freeText, AuditTrail trail, Clock clock) {
    this.jdbc = jdbc;
    this.freeText = freeText;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * An item at a level.
   *
   * @param answer what was answered; null while nobody did
   */
  record Line(
      String code,
      String title,
      String organization,
      String state,
      int level,
      OffsetDateTime dueAt,
      OffsetDateTime raisedAt,
      @Nullable String answer) {
    /** When it was due, on Chicago's wall clock. */
    public ZonedDateTime due() {
      return dueAt.atZoneSameInstant(ReviewWeek.CHICAGO);
    }

    /** When it rose, on Chicago's wall clock. */
    public ZonedDateTime raised() {
      return raisedAt.atZoneSameInstant(ReviewWeek.CHICAGO);
    }
  }

  /** Items still owed that rose, at their highest level, the highest and oldest first. */
  List<Line> open(Decision decision, Role role) {
    Reach reach = Reach.of(decision, role);
    return jdbc.sql(
            """
            select i.code, i.title, i.owner_org, i.state, e.level, i.due_at, e.at, e.answer
            from actions.item i join actions.escalation e on e.item = i.id and e.level = i.level
            where i.parent is null
              and i.state in ('ASSIGNED', 'ACCEPTED', 'IN_PROGRESS', 'BLOCKED', 'REOPENED')
              and\s"""
                + reach.condition()
                + " order by e.level desc, e.answer is not null, e.at, i.code limit :shown")
        .params(reach.values())
        .param("shown", SHOWN)
        .query((row, n) -> line(row))
        .list();
  }

  /** How many stand at each level. */
  Map<Integer, Integer> counts(Decision decision, Role role) {
    Reach reach = Reach.of(decision, role);
    Map<Integer, Integer> counts = new TreeMap<>(Map.of(1, 0, 2, 0, 3, 0));
    jdbc.sql(
            """
            select i.level, count(*) as items from actions.item i
            where i.level > 0 and i.parent is null
              and i.state in ('ASSIGNED', 'ACCEPTED', 'IN_PROGRESS', 'BLOCKED', 'REOPENED')
              and\s"""
                + reach.condition()
                + " group by i.level")
        .params(reach.values())
        .query(
            row -> {
              counts.put(row.getInt("level"), row.getInt("items"));
            });
    return counts;
  }

  /** R-HRIT-06: open items read out again in three meetings or more that have not risen to L2. */
  List<ActionItem> carried(Decision decision, Role role) {
    Reach reach = Reach.of(decision, role);
    return jdbc.sql(
            "select "
                + ItemRows.COLUMNS
                + """
                 from actions.item i
                where i.parent is null and i.level < 2 and i.state <> 'VERIFIED'
                  and i.id in (select item from actions.carried group by item having count(*) >= :often)
                  and\s"""
                + reach.condition()
                + " order by i.due_at nulls last, i.code limit :shown")
        .params(reach.values())
        .param("often", CARRIED)
        .param("shown", SHOWN)
        .query((row, n) -> ItemRows.item(row))
        .list();
  }

  /** Whether a role answers at all. */
  boolean answers(Role role) {
    return role == Role.DEPARTMENT_LIAISON || role == Role.DIRECTOR || role == Role.STEERING;
  }

  /** Section B: a liaison answers what the own organization owes, not what it helps with. */
  boolean answersForOwn(Role role) {
    return role == Role.DEPARTMENT_LIAISON;
  }

  /**
   * Writes down what will be done about it. The item stays owed: an answer is no evidence.
   *
   * @throws Refused R-ACTIONS-06 when there is none within reach, R-ACTIONS-01 when it is owed by
   *     another organization, R-ACTIONS-07 when it was answered
   */
  @Transactional
  void answer(Decision decision, Role role, String code, int level, String written) {
    String answer = freeText.fit("answer", written);
    if (answer.length() < 3 || answer.length() > 1000) {
      throw new Refused(
          Refused.Kind.INVALID, ItemMoves.REASON, "actions.refused.words.answer", 3, 1000);
    }
    Reach reach = Reach.of(decision, role);
    boolean owed =
        jdbc.sql(
                """
                select i.owner_org is not distinct from :own from actions.item i
                where i.code = :code and\s"""
                    + reach.condition())
            .params(reach.values())
            .param("code", SpokenCode.normal(code))
            .query(Boolean.class)
            .optional()
            .orElseThrow(Actions::unknown);
    if (!owed && answersForOwn(role)) {
      throw new Refused(Refused.Kind.FORBIDDEN, MoveRules.WHO, "actions.refused.answer.owner");
    }
    int answered =
        jdbc.sql(
                """
                update actions.escalation e set answer = ?, answered_by = ?, answered_at = ?
                from actions.item i where i.id = e.item and i.code = ? and e.level = ?
                  and e.answer is null
                """)
            .params(
                answer,
                decision.account(),
                ItemStore.utc(clock.instant()),
                SpokenCode.normal(code),
                level)
            .update();
    if (answered == 0) {
      throw new Refused(Refused.Kind.CONFLICT, MoveRules.LEVEL, "actions.refused.answered");
    }
    trail.note(AuditNote.change(Deed.CHANGE, "escalation", code + " L" + level, null, answer));
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getString("code"),
        row.getString("title"),
        row.getString("owner_org"),
        row.getString("state"),
        row.getInt("level"),
        row.getObject("due_at", OffsetDateTime.class),
        row.getObject("at", OffsetDateTime.class),
        row.getString("answer"));
  }
}

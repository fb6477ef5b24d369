package org.cscc.reviews;

import java.time.LocalDate;
import java.util.List;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What teams wrote down in their reviews as coming, for a plan of the days. */
@Component
public class ComingAhead {
  /** A look-ahead goes two weeks on, from a review that is held some days after its week. */
  private static final int WEEKS_BEFORE = 4;

  private final JdbcClient jdbc;

  ComingAhead(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Something that a team expects.
   *
   * @param team code of the team
   * @param kind a word of the look-ahead, such as {@code VIGIL}
   * @param note words that passed the wording check; empty for none
   */
  public record Coming(String team, LocalDate on, String kind, String note) {}

  /**
   * What is expected on days, the newest word of each entry, by day and team; reviews that were
   * cancelled tell nothing.
   *
   * @param decision about {@link Capability#READ_MEETINGS}
   * @param to last day, included
   */
  public List<Coming> between(Decision decision, LocalDate from, LocalDate to) {
    decision.about(Capability.READ_MEETINGS);
    return jdbc
        .sql(
            """
            select distinct team, detail, value, note from (
              select distinct on (e.subject) e.*, m.team from reviews.entry e
              join reviews.meeting m on m.id = e.meeting
              where e.kind = 'LOOK_AHEAD' and m.state <> 'CANCELLED' and m.week between ? and ?
              order by e.subject, e.at desc, e.version desc) newest
            where value <> 'TAKEN_OFF' and detail between ? and ? order by detail, team, value, note
            """)
        .params(from.minusWeeks(WEEKS_BEFORE), to, from.toString(), to.toString())
        .query(
            (row, n) ->
                new Coming(
                    row.getString("team"),
                    LocalDate.parse(row.getString("detail")),
                    row.getString("value"),
                    row.getString("note")))
        .list()
        .stream()
        .filter(one -> decision.reaches(one.team()))
        .toList();
  }
}

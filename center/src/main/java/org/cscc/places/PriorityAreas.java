package org.cscc.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The priority areas: a policy decision with its dates and its basis, never a live ranking. */
@Component
public class PriorityAreas {
  private static final String LISTS =
      """
      select l.id, l.basis, l.basis_from, l.basis_to, l.effective_from, l.effective_to,
             array_agg(a.area order by a.rank) as areas
      from places.priority_list l join places.priority_area a on a.list = l.id
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  PriorityAreas(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The list in force on a day, if there was one. */
  public Optional<PriorityList> on(LocalDate day) {
    return jdbc.sql(
            LISTS
                + """
                where l.effective_from <= ? and (l.effective_to is null or l.effective_to > ?)
                group by l.id
                """)
        .params(day, day)
        .query((row, number) -> list(row))
        .optional();
  }

  /** Every list there was, the newest first. */
  public List<PriorityList> history() {
    return jdbc.sql(LISTS + "group by l.id order by l.effective_from desc")
        .query((row, number) -> list(row))
        .list();
  }

  /**
   * Decides on a new list. The one before ends where it begins; nothing of the past changes.
   *
   * @param newest id of the newest list that the person saw, 0 for none
   * @return the newest list there is when somebody else was faster, and nothing was changed
   */
  @Transactional
  Optional<PriorityList> decide(Decision decision, PriorityList wanted, int newest) {
    decision.about(Capability.EDIT_REFERENCE);
    jdbc.sql("lock table places.priority_list in share row exclusive mode").update();
    Optional<PriorityList> present = history().stream().findFirst();
    if (present.map(PriorityList::id).orElse(0) != newest) {
      return present;
    }
    jdbc.sql("update places.priority_list set effective_to = ? where effective_to is null")
        .param(wanted.effectiveFrom())
        .update();
    int id =
        jdbc.sql(
                """
                insert into places.priority_list
                  (id, basis, basis_from, basis_to, effective_from, decided_by, decided_at)
                select coalesce(max(id), 0) + 1, ?, ?, ?, ?, ?, ? from places.priority_list
                returning id
                """)
            .params(
                wanted.basis(),
                wanted.basisFrom(),
                wanted.basisTo(),
                wanted.effectiveFrom(),
                decision.account(),
                clock.instant().atOffset(ZoneOffset.UTC))
            .query(Integer.class)
            .single();
    for (int rank = 1; rank <= wanted.areas().size(); rank++) {
      jdbc.sql("insert into places.priority_area (list, area, rank) values (?, ?, ?)")
          .params(id, wanted.areas().get(rank - 1), rank)
          .update();
    }
    return Optional.empty();
  }

  private static PriorityList list(ResultSet row) throws SQLException {
    return new PriorityList(
        row.getInt("id"),
        row.getString("basis"),
        row.getObject("basis_from", LocalDate.class),
        row.getObject("basis_to", LocalDate.class),
        row.getObject("effective_from", LocalDate.class),
        Optional.ofNullable(row.getObject("effective_to", LocalDate.class)),
        List.of((Integer[]) row.getArray("areas").getArray()));
  }
}

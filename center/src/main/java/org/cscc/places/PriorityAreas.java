package org.cscc.places;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The priority areas: a policy decision with its dates and its basis, never a live ranking. */
@Component
public class PriorityAreas {
  private final JdbcClient jdbc;

  PriorityAreas(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The list in force on a day, if there was one. */
  public Optional<PriorityList> on(LocalDate day) {
    return jdbc.sql(
            """
            select l.id, l.basis, l.basis_from, l.basis_to, l.effective_from, l.effective_to,
                   array_agg(a.area order by a.rank) as areas
            from places.priority_list l join places.priority_area a on a.list = l.id
            where l.effective_from <= ? and (l.effective_to is null or l.effective_to > ?)
            group by l.id
            """)
        .params(day, day)
        .query(
            (row, number) ->
                new PriorityList(
                    row.getInt("id"),
                    row.getString("basis"),
                    row.getObject("basis_from", LocalDate.class),
                    row.getObject("basis_to", LocalDate.class),
                    row.getObject("effective_from", LocalDate.class),
                    Optional.ofNullable(row.getObject("effective_to", LocalDate.class)),
                    List.of((Integer[]) row.getArray("areas").getArray())))
        .optional();
  }
}

package org.cscc.incidents;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows that are known by their id and come with another case number than before. The incident is
 * the same: when all rows of a case come with one new number, the case takes that number and is
 * still found by the old one. When only some do, they go to the case of the new number, and the
 * case they leave is made out again without them.
 */
final class Renumbering {
  private final JdbcClient jdbc;

  Renumbering(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Looks through the rows that are not settled yet.
   *
   * @return how many of them say nothing new but their case number
   */
  long take(UUID importId) {
    keepNumbersThatTheFileLost();
    long found =
        jdbc.sql(
                """
                create temporary table renumbered on commit drop as
                select distinct on (feed, row_key) *
                from (
                  select s.seq, s.feed, s.row_key, s.ref as new_ref, i.id as incident,
                         i.ref as old_ref, i.row_hash = s.row_hash as same, true as alone
                  from unsettled s join incidents.incident i on i.row_key = s.row_key
                  where s.feed = 'CRIMES' and i.ref <> s.ref
                  union all
                  select s.seq, s.feed, s.row_key, s.ref, i.id, i.ref, r.row_hash = s.row_hash, false
                  from unsettled s
                  join incidents.report r on r.feed = s.feed and r.row_key = s.row_key
                  join incidents.incident i on i.id = r.incident
                  where i.ref <> s.ref) known
                order by feed, row_key, seq desc
                """)
            .update();
    return found == 0 ? 0 : moveWhole(importId);
  }

  /** A cell that is empty now takes no case number from a row that has one. */
  private void keepNumbersThatTheFileLost() {
    jdbc.sql(
            """
            update unsettled s set ref = i.ref, with_case = true
            from incidents.incident i
            where not s.with_case and s.feed = 'CRIMES' and i.row_key = s.row_key and i.ref <> s.ref
            """)
        .update();
    jdbc.sql(
            """
            update unsettled s set ref = i.ref, with_case = true
            from incidents.report r join incidents.incident i on i.id = r.incident
            where not s.with_case and r.feed = s.feed and r.row_key = s.row_key and i.ref <> s.ref
            """)
        .update();
  }

  private long moveWhole(UUID importId) {
    jdbc.sql(
            """
            create temporary table whole_case on commit drop as
            select n.incident, min(n.old_ref) as old_ref, min(n.new_ref) as new_ref,
                   count(*) filter (where n.same) as same
            from renumbered n
            group by n.incident
            having count(distinct n.new_ref) = 1
               and (bool_and(n.alone)
                    or count(*) = (select count(*) from incidents.report r
                                   where r.incident = n.incident))
            """)
        .update();
    jdbc.sql(
            """
            delete from whole_case w
            where exists (select 1 from incidents.incident i where i.ref = w.new_ref)
               or exists (select 1 from whole_case o
                          where o.new_ref = w.new_ref and o.incident < w.incident)
            """)
        .update();
    jdbc.sql(
            """
            insert into incidents.former_ref (ref, incident, import)
            select old_ref, incident, ? from whole_case on conflict do nothing
            """)
        .param(importId)
        .update();
    jdbc.sql(
            """
            update incidents.incident i set ref = w.new_ref from whole_case w where i.id = w.incident
            """)
        .update();
    // Rows that leave a case of their own: it holds them no more.
    jdbc.sql(
            """
            update incidents.incident i set row_key = null, row_hash = null
            from renumbered n
            where n.alone and i.id = n.incident
              and n.incident not in (select incident from whole_case)
            """)
        .update();
    return jdbc.sql("select coalesce(sum(same), 0) from whole_case").query(Long.class).single();
  }

  /** A query for the cases that some of their rows have left. */
  static String left() {
    return """
        select distinct n.incident from renumbered n
        where n.incident not in (select incident from whole_case)
        """;
  }

  /** Whether any case was left by some of its rows. */
  boolean anyLeft() {
    boolean any =
        jdbc.sql("select to_regclass('pg_temp.whole_case') is not null")
            .query(Boolean.class)
            .single();
    return any && jdbc.sql("select exists (" + left() + ")").query(Boolean.class).single();
  }
}

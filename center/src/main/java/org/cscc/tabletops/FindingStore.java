package org.cscc.tabletops;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of who came, of what was found, and of what becomes of it. */
@Component
class FindingStore {
  private final JdbcClient jdbc;

  FindingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps how many of each organization came. */
  void present(UUID exercise, Map<String, Integer> heads) {
    heads.forEach(
        (organization, number) ->
            jdbc.sql(
                    """
                    insert into tabletops.present (exercise, organization, heads) values (?, ?, ?)
                    """)
                .params(exercise, organization, number)
                .update());
  }

  List<Present> presentAt(UUID exercise) {
    return jdbc.sql("select * from tabletops.present where exercise = ? order by organization")
        .param(exercise)
        .query((row, n) -> new Present(row.getString("organization"), row.getInt("heads")))
        .list();
  }

  /**
   * Adds a finding to an exercise that the caller holds.
   *
   * @return its number
   */
  int add(UUID exercise, Part part, FindingKind kind, String said, @Nullable String organization) {
    return jdbc.sql(
            """
            insert into tabletops.finding (id, exercise, position, part, kind, said, organization)
            select :id, :exercise, coalesce(max(position), 0) + 1, :part, :kind, :said, :org
            from tabletops.finding where exercise = :exercise
            returning position
            """)
        .param("id", UUID.randomUUID())
        .param("exercise", exercise)
        .param("part", part.name())
        .param("kind", kind.name())
        .param("said", said)
        .param("org", organization)
        .query(Integer.class)
        .single();
  }

  void remove(UUID finding) {
    jdbc.sql("delete from tabletops.finding where id = ?").param(finding).update();
  }

  /** A gap became an item. */
  void owed(UUID finding, String item, Instant at) {
    jdbc.sql("update tabletops.finding set item = ?, decided_at = ? where id = ?")
        .params(item, ExerciseStore.utc(at), finding)
        .update();
  }

  /** A gap was answered no. */
  void answeredNo(UUID finding, NoCode code, String because, Instant at) {
    jdbc.sql(
            """
            update tabletops.finding set no_code = ?, no_because = ?, decided_at = ? where id = ?
            """)
        .params(code.name(), because, ExerciseStore.utc(at), finding)
        .update();
  }

  /** One finding of an exercise that the caller holds. */
  Optional<Finding> one(UUID exercise, @Nullable UUID finding) {
    return of(exercise).stream().filter(one -> one.id().equals(finding)).findFirst();
  }

  /** What was found, in the order in which it was written down. */
  List<Finding> of(UUID exercise) {
    return jdbc.sql("select * from tabletops.finding where exercise = ? order by position")
        .param(exercise)
        .query(
            (row, n) -> {
              String no = row.getString("no_code");
              return new Finding(
                  row.getObject("id", UUID.class),
                  row.getInt("position"),
                  Part.valueOf(row.getString("part")),
                  FindingKind.valueOf(row.getString("kind")),
                  row.getString("said"),
                  row.getString("organization"),
                  row.getString("item"),
                  no == null ? null : NoCode.valueOf(no),
                  row.getString("no_because"));
            })
        .list();
  }
}

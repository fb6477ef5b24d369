package org.cscc.blitz;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what was found on blocks, what was done there and what is left. */
@Component
class WalkStore {
  private final JdbcClient jdbc;

  WalkStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Walked> walked(UUID blitz) {
    return jdbc.sql("select block, look, version from blitz.walk where blitz = ?")
        .param(blitz)
        .query(
            (row, n) ->
                new Walked(
                    row.getString("block"),
                    Walked.Look.valueOf(row.getString("look")),
                    row.getInt("version")))
        .list();
  }

  /** Notes that a block was walked, once more when it was before. */
  void walk(UUID blitz, String block, Walked.Look look, String by, Instant at) {
    jdbc.sql(
            """
            insert into blitz.walk (blitz, block, look, by_account, at) values (?, ?, ?, ?, ?)
            on conflict (blitz, block, look) do update
              set by_account = excluded.by_account, at = excluded.at, version = walk.version + 1
            """)
        .params(blitz, block, look.name(), by, BlitzStore.utc(at))
        .update();
  }

  List<Finding> findings(UUID blitz) {
    return jdbc.sql(
            """
            select f.* from blitz.finding f join blitz.blitz b on b.id = f.blitz
            where f.blitz = ? order by array_position(b.blocks, f.block), f.type
            """)
        .param(blitz)
        .query(
            (row, n) -> {
              String verdict = row.getString("verdict");
              return new Finding(
                  row.getObject("id", UUID.class),
                  row.getString("block"),
                  row.getString("type"),
                  row.getInt("found"),
                  row.getString("note"),
                  row.getString("task"),
                  verdict == null ? null : Verdict.valueOf(verdict),
                  row.getObject("remaining", Integer.class),
                  row.getString("again"));
            })
        .list();
  }

  /** What is on a block, instead of what was written down for it before. */
  void found(UUID blitz, String block, Map<String, BlitzMove.Counted> found) {
    jdbc.sql("delete from blitz.finding where blitz = ? and block = ?")
        .params(blitz, block)
        .update();
    found.forEach(
        (type, counted) ->
            jdbc.sql(
                    """
                    insert into blitz.finding (id, blitz, block, type, found, note)
                    values (?, ?, ?, ?, ?, ?)
                    """)
                .params(UUID.randomUUID(), blitz, block, type, counted.number(), counted.note())
                .update());
  }

  void task(UUID finding, String task) {
    jdbc.sql("update blitz.finding set task = ? where id = ?").params(task, finding).update();
  }

  void again(UUID finding, String task) {
    jdbc.sql("update blitz.finding set again = ? where id = ?").params(task, finding).update();
  }

  void seen(UUID finding, BlitzMove.Seen seen) {
    jdbc.sql("update blitz.finding set verdict = ?, remaining = ? where id = ?")
        .params(seen.verdict().name(), seen.remaining(), finding)
        .update();
  }

  List<Work> work(UUID blitz) {
    return jdbc.sql(
            """
            select block, type, department, number, by_account from blitz.done where blitz = ?
            order by block, type, department
            """)
        .param(blitz)
        .query(
            (row, n) ->
                new Work(
                    row.getString("block"),
                    row.getString("type"),
                    row.getString("department"),
                    row.getInt("number"),
                    row.getString("by_account")))
        .list();
  }

  /** What a department did, instead of what it said before. */
  void done(UUID blitz, Work work, Instant at) {
    jdbc.sql(
            """
            insert into blitz.done (blitz, block, type, department, number, by_account, at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (blitz, block, type, department) do update
              set number = excluded.number, by_account = excluded.by_account, at = excluded.at
            """)
        .params(
            blitz,
            work.block(),
            work.type(),
            work.department(),
            work.number(),
            work.byAccount(),
            BlitzStore.utc(at))
        .update();
  }
}

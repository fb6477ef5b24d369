package org.cscc.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.directory.partners.Changes;
import org.cscc.directory.partners.Changes.What;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of the directory as people edit them; a late save changes nothing and says so. */
@Component
class Entries {
  private final JdbcClient jdbc;
  private final Changes changes;

  Entries(JdbcClient jdbc, Changes changes) {
    this.jdbc = jdbc;
    this.changes = changes;
  }

  /** The two lists that can be edited. */
  enum Shelf {
    ORGANIZATION("directory.organization", "kind"),
    TEAM("directory.team", "null::text as kind");

    private final String table;
    private final String kind;

    Shelf(String table, String kind) {
      this.table = table;
      this.kind = kind;
    }
  }

  /** What became of a save. */
  sealed interface Saved {
    /** It is stored. */
    record Done() implements Saved {}

    /** Somebody else changed the row meanwhile; nothing was stored. */
    record Stale(Entry present) implements Saved {}

    /** Another row has that name. */
    record NameTaken() implements Saved {}
  }

  Optional<Entry> byCode(Shelf shelf, String code) {
    return jdbc.sql(select(shelf) + " where code = ?")
        .param(code)
        .query((row, number) -> entry(row))
        .optional();
  }

  /** Rows that are no longer active. */
  List<Entry> inactive(Shelf shelf) {
    return jdbc.sql(select(shelf) + " where not active order by name")
        .query((row, number) -> entry(row))
        .list();
  }

  @Transactional
  Saved save(Decision decision, Shelf shelf, Entry wanted) {
    decision.about(Capability.EDIT_REFERENCE);
    Entry present =
        jdbc.sql(select(shelf) + " where code = ? for update")
            .param(wanted.code())
            .query((row, number) -> entry(row))
            .single();
    if (present.version() != wanted.version()) {
      return new Saved.Stale(present);
    }
    boolean taken =
        jdbc.sql("select exists (select from " + shelf.table + " where name = ? and code <> ?)")
            .params(wanted.name(), wanted.code())
            .query(Boolean.class)
            .single();
    if (taken) {
      return new Saved.NameTaken();
    }
    String before = json(shelf, wanted.code());
    jdbc.sql(
            "update "
                + shelf.table
                + " set name = ?, assumed = ?, active = ?, version = version + 1"
                + (shelf == Shelf.ORGANIZATION ? ", kind = coalesce(?, kind)" : "")
                + " where code = ?")
        .params(parameters(shelf, wanted))
        .update();
    record(decision, shelf, wanted.code(), before);
    return new Saved.Done();
  }

  private static List<Object> parameters(Shelf shelf, Entry wanted) {
    return shelf == Shelf.ORGANIZATION && wanted.kind() != null
        ? List.of(
            wanted.name(), wanted.assumed(), wanted.active(), wanted.kind().name(), wanted.code())
        : List.of(wanted.name(), wanted.assumed(), wanted.active(), wanted.code());
  }

  private void record(Decision decision, Shelf shelf, String code, String before) {
    changes.add(decision, What.valueOf(shelf.name()), code, before, json(shelf, code));
  }

  private String json(Shelf shelf, String code) {
    return jdbc.sql("select to_jsonb(r)::text from " + shelf.table + " r where code = ?")
        .param(code)
        .query(String.class)
        .single();
  }

  private static String select(Shelf shelf) {
    return "select code, name, assumed, active, version, " + shelf.kind + " from " + shelf.table;
  }

  private static Entry entry(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    return new Entry(
        row.getString("code"),
        row.getString("name"),
        kind == null ? null : Organization.Kind.valueOf(kind),
        row.getBoolean("assumed"),
        row.getBoolean("active"),
        row.getInt("version"));
  }
}

package org.cscc.ledger;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A table with the history of records: a row a step, counted from one within its record, and only
 * added to. It has the columns {@code position}, {@code move}, {@code from_state}, {@code
 * to_state}, {@code by_account}, {@code by_role}, {@code by_organization} and {@code at}; what else
 * a room notes of a step it names.
 */
public final class StepLog {
  private final JdbcClient jdbc;
  private final String add;
  private final String read;
  private final List<String> more;

  /**
   * The history in a table that is named with its schema.
   *
   * @param of the column with the record's id
   * @param more further columns, in the order in which they are given to {@link #add}
   */
  public StepLog(JdbcClient jdbc, String table, String of, String... more) {
    this.jdbc = jdbc;
    this.more = Arrays.stream(more).map(Names::column).toList();
    String named = this.more.isEmpty() ? "" : ", " + String.join(", ", this.more);
    this.add =
        """
        insert into %1$s
          (%2$s, position, move, from_state, to_state, by_account, by_role, by_organization, at%3$s)
        select :of, coalesce(max(position), 0) + 1, :move, :from, :to, :account, :role,
          :organization, :at%4$s
        from %1$s where %2$s = :of
        """
            .formatted(
                Names.table(table), Names.column(of), named, named.replace(", ", ", :more_"));
    this.read = "select * from %s where %s = ? order by position".formatted(table, of);
  }

  /**
   * Adds a step to a record that the caller holds.
   *
   * @param values of the further columns, in their order
   */
  public void add(UUID of, Entry entry, @Nullable Object... values) {
    if (values.length != more.size()) {
      throw new IllegalArgumentException("Values of " + more + " wanted, not " + values.length);
    }
    JdbcClient.StatementSpec insert =
        jdbc.sql(add)
            .param("of", of)
            .param("move", entry.move())
            .param("from", entry.from() == null ? null : entry.from().name())
            .param("to", entry.to().name())
            .param("account", entry.by().account())
            .param("role", entry.by().role())
            .param("organization", entry.by().organization())
            .param("at", entry.at().atOffset(ZoneOffset.UTC));
    for (int i = 0; i < values.length; i++) {
      insert = insert.param("more_" + more.get(i), values[i]);
    }
    insert.update();
  }

  /** The steps of a record, the first one first. */
  public <T> List<T> of(UUID of, RowMapper<T> mapper) {
    return jdbc.sql(read).param(of).query(mapper).list();
  }
}

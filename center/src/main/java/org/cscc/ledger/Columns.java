package org.cscc.ledger;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Columns that get other values.
 *
 * @param values by the column's name, which is that of its parameter, too
 */
public record Columns(Map<String, ? extends @Nullable Object> values) {
  /** Refuses names that can not stand in a statement. */
  public Columns {
    values.keySet().forEach(Names::column);
  }

  /** Each column with its parameter, such as {@code state = :state, level = :level}. */
  public String assigned() {
    return values.keySet().stream().map(name -> name + " = :" + name).collect(joining(", "));
  }
}

package org.cscc.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cscc.analysis.Provenance;

/** What a method found: single values, a table, and where they come from. */
final class Report {
  private final Provenance provenance;
  private final Map<String, Object> values = new LinkedHashMap<>();
  private ResultTable table = new ResultTable(0);

  Report(Provenance provenance) {
    this.provenance = provenance;
  }

  /** What is not known (NaN, infinite) is left out. */
  Report value(String key, Object value) {
    if (!(value instanceof Double d) || Double.isFinite(d)) {
      values.put(key, value);
    }
    return this;
  }

  Report table(ResultTable rows) {
    table = rows;
    return this;
  }

  Provenance provenance() {
    return provenance;
  }

  Map<String, Object> values() {
    return values;
  }

  ResultTable table() {
    return table;
  }
}

package org.cscc.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in the trail; empty fields ask for nothing.
 *
 * @param record id of a record, whole
 * @param actor sign-in name
 * @param kind what the record is
 * @param before only rows older than this number, to read on
 */
record Wanted(
    String record,
    String actor,
    String kind,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    long before) {
  static Wanted none() {
    return new Wanted("", "", "", null, null, Long.MAX_VALUE);
  }
}

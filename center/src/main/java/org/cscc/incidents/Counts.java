package org.cscc.incidents;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts with their as-of.
 *
 * @param asOf when the newest import was applied; null when nothing was ever imported
 * @param dataThrough the newest occurrence in all imports
 * @param unmapped counted, and without a known area; by area it is in no row
 */
public record Counts(
    @Nullable Instant asOf, @Nullable Instant dataThrough, List<Row> rows, long unmapped) {
  /**
   * One count.
   *
   * @param area the area, when counting by area
   * @param start first day of the week or month, when counting by one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Row(@Nullable Integer area, @Nullable LocalDate start, long count) {}
}

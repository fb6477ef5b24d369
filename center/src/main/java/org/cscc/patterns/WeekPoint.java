package org.cscc.patterns;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One week of the weekly series.
 *
 * @param lastDay last day of the seven
 * @param killed people killed
 * @param injured people shot and alive
 * @param usual usual range of both together; null when the records do not reach back
 */
public record WeekPoint(LocalDate lastDay, int killed, int injured, @Nullable UsualBand usual) {
  /** Everybody harmed. */
  public int all() {
    return killed + injured;
  }

  /** Whether the count lies above the usual range. */
  public boolean aboveUsual() {
    return usual != null && all() > usual.upper();
  }
}

package org.cscc.incidents;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why an analyst says that an incident does not count, or counts again. The list is the rule. */
public enum RulingReason {
  /** The police closed the report as unfounded. */
  CLOSED_UNFOUNDED(Standing.UNFOUNDED),
  /** The same event is on record under another case number. */
  DUPLICATE(Standing.UNFOUNDED),
  /** The record is a mistake of who entered it. */
  ENTRY_ERROR(Standing.UNFOUNDED),
  /** On an expressway, where the State Police are responsible. */
  EXPRESSWAY(Standing.OUT_OF_SCOPE),
  /** Somebody harmed themselves. */
  SELF_INFLICTED(Standing.OUT_OF_SCOPE),
  /** A police officer fired; another body reviews it. */
  POLICE_INVOLVED(Standing.OUT_OF_SCOPE),
  /** Outside of the city's limits. */
  OUTSIDE_CITY(Standing.OUT_OF_SCOPE),
  /** The mark was a mistake: the feed's own word holds again. */
  MISTAKEN(null),
  /** Something new is known: the feed's own word holds again. */
  NEW_INFORMATION(null);

  private final @Nullable Standing verdict;

  RulingReason(@Nullable Standing verdict) {
    this.verdict = verdict;
  }

  /** What holds from now on; null for the feed's own word. */
  public @Nullable Standing verdict() {
    return verdict;
  }

  /** Reasons that lead to a verdict; null asks for those that undo one. */
  static List<RulingReason> of(@Nullable Standing verdict) {
    return Arrays.stream(values()).filter(reason -> reason.verdict == verdict).toList();
  }
}

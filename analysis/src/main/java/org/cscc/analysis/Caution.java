package org.cscc.analysis;

/**
 * What a number must not be used for. Every result names one; a page shows its sentence (message
 * key {@link #key()}) beside the number.
 */
public enum Caution {
  /** Counts this small move by chance alone. */
  SMALL_COUNTS("Counts this small move by chance alone; do not report a percentage."),
  /** Incidents arrive in bursts, so the true spread is wider than a Poisson count's. */
  BURSTS("Violence comes in bursts: the true range is wider than the one a Poisson count gives."),
  /** A place is described, never the people who live there. */
  PLACES_NOT_PEOPLE("Describes places, never the people who live in or pass through them."),
  /** A pattern of the past, not a statement about what will happen. */
  NOT_A_FORECAST("Describes what was recorded; it does not say what will happen."),
  /** A pattern is not its cause. */
  NOT_A_CAUSE("Shows that two things go together, not that one causes the other."),
  /** A map is only as good as its score on later data. */
  JUDGE_ON_LATER_DATA("Only a score on later data than the map was made from says how good it is."),
  /** Many tests at once raise false alarms. */
  MANY_TESTS("With many places tested at once some alarms are false; use the adjusted value."),
  /** A choice of weights is a public decision. */
  PUBLIC_CHOICE("The formula decides who gets what: choosing it is a public decision."),
  /** Protection holds for what was published together. */
  PUBLISHED_TOGETHER("Protects only the tables that were protected together in one run.");

  private final String sentence;

  Caution(String sentence) {
    this.sentence = sentence;
  }

  /** The message key, {@code analysis.caution.small-counts} for {@link #SMALL_COUNTS}. */
  public String key() {
    return "analysis.caution." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** The English sentence, for users of the library without message bundles. */
  public String sentence() {
    return sentence;
  }
}

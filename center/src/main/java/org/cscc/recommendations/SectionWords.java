package org.cscc.recommendations;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a section.
 *
 * @param said its words; of the assessment, what will be measured
 * @param lacking what is lacking, in the response
 * @param factors what had a part in it, in the analysis
 * @param organizations codes of those that did something, in the response
 * @param until when one looks whether it helped, in the assessment
 */
record SectionWords(
    String said,
    String lacking,
    List<Factor> factors,
    List<String> organizations,
    @Nullable LocalDate until) {
  static final SectionWords NONE = new SectionWords("", "", List.of(), List.of(), null);

  /** Keeps its own copies. */
  SectionWords {
    factors = List.copyOf(factors);
    organizations = List.copyOf(organizations);
  }

  /** Whether a section with these words is one that a review can be concluded on. */
  boolean complete(SectionKind kind) {
    return !said.isBlank()
        && switch (kind) {
          case SCANNING -> true;
          case ANALYSIS -> !factors.isEmpty();
          case RESPONSE -> !organizations.isEmpty() && !lacking.isBlank();
          case ASSESSMENT -> until != null;
        };
  }
}

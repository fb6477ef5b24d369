package org.cscc.places;

import java.util.List;

/** What became of a file of boundaries. */
sealed interface BoundaryOutcome {
  /**
   * The file is in use.
   *
   * @param read features in the file
   * @param added areas that were not known before
   * @param unchanged whether the very same file was in use already
   * @param notes what a person should know, such as how coordinates were read
   */
  record Applied(int read, int added, long version, boolean unchanged, List<String> notes)
      implements BoundaryOutcome {}

  /** Some features can not be used, so nothing of the file counts. */
  record Quarantined(int read, List<Problem> problems) implements BoundaryOutcome {
    /** Features that could have been used. */
    int accepted() {
      return read - rejected();
    }

    /** Features that can not be used; a problem of the whole set is none of them. */
    int rejected() {
      return (int)
          problems.stream().mapToInt(Problem::feature).filter(f -> f > 0).distinct().count();
    }
  }

  /** The file is not one of boundaries, or not one that can be read safely. */
  record Refused(Problem problem) implements BoundaryOutcome {}

  /**
   * Something wrong.
   *
   * @param feature place in the file, from 1; 0 when it concerns the file as a whole
   * @param what the reason and what to do, in plain words
   */
  record Problem(int feature, String rule, String what) {}
}

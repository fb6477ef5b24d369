package org.cscc.directory;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds who offers what people need; for rooms that ask an organization for help. */
public interface ServiceFinder {
  /** The kinds of help by which services are found, such as {@code HOUSING}. */
  List<String> needs();

  /**
   * Active services for any of the needs in an area: those that speak the language and take people
   * first, those that nobody asked about for long last.
   *
   * @param language two letters; null for any
   */
  List<ServiceFit> fitting(Set<String> needs, int area, @Nullable String language);
}

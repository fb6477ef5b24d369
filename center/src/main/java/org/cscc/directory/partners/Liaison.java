package org.cscc.directory.partners;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks for an organization.
 *
 * @param until last day, included; null while nobody has ended it
 */
record Liaison(
    UUID id,
    String organization,
    String name,
    Part part,
    String phone,
    String email,
    LocalDate since,
    @Nullable LocalDate until) {
  /** In which stead. */
  enum Part {
    LIAISON,
    DEPUTY,
    SUPERVISOR
  }
}

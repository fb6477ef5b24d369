package org.cscc.recommendations;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a form of a review sent.
 *
 * @param version of the section or of the review that the person saw
 * @param none why nothing is recommended
 */
record ReviewForm(
    @Nullable Integer version,
    @Nullable String said,
    @Nullable String lacking,
    @Nullable List<Factor> factors,
    @Nullable List<String> organizations,
    @Nullable LocalDate until,
    @Nullable String none,
    @Nullable String reason) {
  SectionWords words() {
    return new SectionWords(
        text(said), text(lacking), Objects.requireNonNullElse(factors, List.of()), chosen(), until);
  }

  List<String> chosen() {
    return Objects.requireNonNullElse(organizations, List.of());
  }

  int versionSeen() {
    return version == null ? 0 : version;
  }

  static String text(@Nullable String written) {
    return written == null ? "" : written.strip().replace("\r\n", "\n");
  }
}

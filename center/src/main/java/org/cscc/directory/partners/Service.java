package org.cscc.directory.partners;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an organization offers to people.
 *
 * @param organization code of the organization
 * @param languages two-letter codes of the languages it is given in
 * @param funding who pays for it, so that people served are not counted twice
 * @param assuredOn day on which the organization last said that it is still so; null, never
 */
record Service(
    UUID id,
    String organization,
    String organizationName,
    String name,
    Need need,
    String description,
    String eligibility,
    List<String> languages,
    String funding,
    String phone,
    String email,
    String website,
    boolean active,
    @Nullable LocalDate assuredOn,
    int version,
    List<Offer> offers) {
  /** Days after which an entry that nobody asked about is shown grey (F4). */
  static final int FRESH_DAYS = 180;

  /** Whether nobody has asked for so long that it may no longer be so. */
  public boolean stale(LocalDate today) {
    return assuredOn == null || assuredOn.isBefore(today.minusDays(FRESH_DAYS));
  }

  /** Whether it is offered to people of an area. */
  public boolean serves(int area) {
    return offers.stream().anyMatch(o -> o.areas().isEmpty() || o.areas().contains(area));
  }
}

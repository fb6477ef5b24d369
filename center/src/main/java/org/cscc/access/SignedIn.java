package org.cscc.access;

import java.io.Serial;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.oauth2.core.user.OAuth2User;

/**
 * The person of the current request, by form or by token, as the account stands at this request.
 *
 * @param id the account
 * @param name sign-in name
 * @param displayName how the pages call the person
 * @param role what the person is to the center
 * @param organization code of the organization the person works for
 * @param teams codes of the teams the person has a seat in
 * @param areas numbers of areas named for the person beyond those of the teams
 * @param household token of the household a resident speaks for
 * @param acknowledgedUntil until when the person's acknowledgement of confidentiality holds
 * @param shares what the organization may see for what, by active agreements, with their days
 * @param widenedUntil until when an emergency lets the person read beyond the own teams
 * @param dutyTurns turns of a facilitator as duty officer of the center, by the list of who is on
 *     call
 * @param passwordHash for the sign-in itself; empty for a token
 */
public record SignedIn(
    UUID id,
    String name,
    String displayName,
    Role role,
    String organization,
    Set<String> teams,
    Set<Integer> areas,
    @Nullable String household,
    @Nullable Instant acknowledgedUntil,
    Set<Share> shares,
    @Nullable Instant widenedUntil,
    Set<DutyTurn> dutyTurns,
    String passwordHash)
    implements UserDetails, OAuth2User {
  @Serial private static final long serialVersionUID = 4L;

  /** Where the account sits. */
  Seats seats() {
    return new Seats(organization, teams, areas, household);
  }

  /** The same account with a word that holds beside the person's own, until a moment or not. */
  SignedIn acknowledgedAlso(@Nullable OffsetDateTime until) {
    if (until == null
        || (acknowledgedUntil != null && acknowledgedUntil.isAfter(until.toInstant()))) {
      return this;
    }
    return new SignedIn(
        id,
        name,
        displayName,
        role,
        organization,
        teams,
        areas,
        household,
        until.toInstant(),
        shares,
        widenedUntil,
        dutyTurns,
        passwordHash);
  }

  /** Whether an emergency widens what the person reads at an instant. */
  boolean widened(Instant now) {
    return widenedUntil != null && now.isBefore(widenedUntil);
  }

  /** Whether the person is the center's duty officer at an instant. */
  boolean onDuty(Instant now) {
    return dutyTurns.stream().anyMatch(turn -> turn.at(now));
  }

  /** Whether the person's acknowledgement of confidentiality holds at an instant. */
  boolean acknowledged(Instant now) {
    return acknowledgedUntil != null && now.isBefore(acknowledgedUntil);
  }

  @Override
  public Collection<GrantedAuthority> getAuthorities() {
    return List.of(new SimpleGrantedAuthority("ROLE_" + role.name()));
  }

  @Override
  public String getPassword() {
    return passwordHash;
  }

  @Override
  public String getUsername() {
    return name;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public Map<String, Object> getAttributes() {
    return Map.of();
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals") // the framework's signature
  public <A> @Nullable A getAttribute(String attribute) {
    return null;
  }

  @Override
  public String toString() {
    return name + " (" + role + ")";
  }
}

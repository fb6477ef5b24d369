package org.cscc.consent;

import java.util.Set;

/**
 * The proof that something may be told about a person to an organization now. Only {@link Consents}
 * issues it, and it is good for one answer: ask again for the next.
 */
public final class Disclosure {
  private final String token;
  private final String recipient;
  private final Set<Share> shares;

  Disclosure(String token, String recipient, Set<Share> shares) {
    this.token = token;
    this.recipient = recipient;
    this.shares = Set.copyOf(shares);
  }

  /** Stands for the person. */
  public String token() {
    return token;
  }

  /** Code of the organization that is told. */
  public String recipient() {
    return recipient;
  }

  /** What it may be told. */
  public Set<Share> shares() {
    return shares;
  }
}

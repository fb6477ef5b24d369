package org.cscc.ledger;

/**
 * Whose hand moved something.
 *
 * @param account name of the person, or {@code system}
 * @param role in which it was done
 * @param organization code of the person's organization; empty when there is none
 */
public record Hand(String account, String role, String organization) {
  /** The center's own, when a time has run out or a rule holds. */
  public static final Hand CLOCK = new Hand("system", "CLOCK", "");
}

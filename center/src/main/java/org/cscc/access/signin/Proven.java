package org.cscc.access.signin;

import java.time.Instant;
import org.cscc.access.Proof;
import org.cscc.access.SignedIn;

/**
 * What a session knows of its person. Read afresh from the account with every request, so that a
 * change there counts at once.
 *
 * @param at when the person last gave the proof
 */
record Proven(SignedIn account, Proof by, Instant at) {
  /** Whether that is enough to enter; until then the request counts as nobody's. */
  boolean enough() {
    return !by.lacksFactor() || !SecondFactorRule.asks(account.role());
  }
}

package org.cscc.access;

import java.util.Arrays;
import java.util.Optional;

/** What a record must be to an account for a permission to reach it. */
enum Relation {
  /** The account itself. */
  SELF("self"),
  /** The household the account speaks for. */
  HOUSEHOLD("house"),
  /** The teams the account sits in, their areas, and areas named for the account. */
  TEAM("team"),
  /** The organization the account works for. */
  ORGANIZATION("org"),
  /** Nothing: every record is reached. */
  ANY("");

  private final String sign;

  Relation(String sign) {
    this.sign = sign;
  }

  static Optional<Relation> bySign(String sign) {
    return Arrays.stream(values()).filter(relation -> relation.sign.equals(sign)).findFirst();
  }
}

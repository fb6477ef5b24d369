package org.cscc.access;

import java.util.Arrays;
import java.util.Optional;

/**
 * What is done with a {@link Matter}; each has the sign by which the table of permissions names it.
 */
enum Act {
  CREATE("c"),
  READ("r"),
  UPDATE("u"),
  VERIFY("v"),
  APPROVE("a"),
  EXPORT("x"),
  /** Sees how many, never which. */
  COUNT("agg"),
  /** Sees who touched it and when, never what it says. */
  LOG("log"),
  SEE_ESCALATED("esc"),
  SEE_PUBLIC("pub"),
  SEE_TOKEN("token"),
  READ_ON_CAUSE("cause"),
  PAY("pay"),
  ASSIST("assist"),
  REFER("refer"),
  DRAFT("draft"),
  DEPLOY("deploy"),
  CONSENT_STORY("story");

  private final String sign;

  Act(String sign) {
    this.sign = sign;
  }

  static Optional<Act> bySign(String sign) {
    return Arrays.stream(values()).filter(act -> act.sign.equals(sign)).findFirst();
  }

  /** Whether one who may do this has to see what it is done to. */
  boolean needsReading() {
    return this == UPDATE || this == VERIFY || this == APPROVE;
  }
}

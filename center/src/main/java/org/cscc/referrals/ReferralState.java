package org.cscc.referrals;

import java.util.Locale;

/** How far a hand-off went (F2, NeedReferral). */
enum ReferralState {
  /** The organization has not answered. */
  OFFERED,
  /** The organization has said yes. */
  ACCEPTED_BY_ORG,
  /** It has spoken with the person. */
  CONTACT_MADE,
  SERVICE_STARTED,
  /** Over, with an outcome. */
  CLOSED,
  /** The organization could not reach the person. */
  NO_CONTACT,
  /** The organization has said no, with a code; it can be offered to another one. */
  DECLINED;

  /** Whether the organization still has something to do. */
  public boolean open() {
    return switch (this) {
      case OFFERED, ACCEPTED_BY_ORG, CONTACT_MADE, SERVICE_STARTED -> true;
      case CLOSED, NO_CONTACT, DECLINED -> false;
    };
  }

  /** Key of its word, such as {@code referrals.state.contact-made}. */
  public String key() {
    return "referrals.state." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

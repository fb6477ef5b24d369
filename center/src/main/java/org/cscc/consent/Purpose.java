package org.cscc.consent;

/** What a consent is given for. */
public enum Purpose {
  /** Handing a need to an organization that can help. */
  REFERRAL,
  /** Emergency help for survivors. */
  ASSISTANCE,
  /** Help with the state's compensation. */
  COMPENSATION,
  /** A rebate or a kit for home protection. */
  PROTECTION
}

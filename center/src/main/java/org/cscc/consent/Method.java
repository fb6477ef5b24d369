package org.cscc.consent;

/** How the consent was given: always written, because the law asks for it. */
enum Method {
  /** Signed on paper, which the organization keeps. */
  PAPER,
  /** Signed on a screen of the organization. */
  SCREEN
}

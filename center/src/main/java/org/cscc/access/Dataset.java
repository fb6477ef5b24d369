package org.cscc.access;

import java.util.Optional;

/**
 * Data that an organization sees only under an agreement, and only after its people acknowledged.
 */
public enum Dataset {
  INCIDENTS,
  PATTERNS,
  PACKETS,
  TENSION,
  CASE_REFERENCES,
  REFERRALS;

  /** The dataset that a capability reaches into; empty when it needs no agreement. */
  static Optional<Dataset> reachedBy(Capability capability) {
    return Optional.ofNullable(
        switch (capability.matter()) {
          case INCIDENT, INCIDENT_REVIEW -> INCIDENTS;
          case PATTERN, PRIORITY_BLOCK -> PATTERNS;
          case PACKET, DEFERRAL, MEETING, WEEKEND -> PACKETS;
          case TENSION -> TENSION;
          case CASE_REFERENCE -> CASE_REFERENCES;
          case REFERRAL -> REFERRALS;
          default -> null;
        });
  }

  /** What a page that shows it is used for. */
  Purpose use() {
    return this == REFERRALS ? Purpose.SERVICES : Purpose.WEEKLY_REVIEW;
  }
}

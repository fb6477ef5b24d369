package org.cscc.patterns.circumstances;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What somebody who knows said about an incident.
 *
 * @param incident the incident
 * @param code one of a fixed list
 * @param confidence how sure
 * @param source who says so, as a group of people and never as a person
 * @param role role of who wrote it down
 * @param until last day on which it counts
 */
public record Circumstance(
    UUID incident, Code code, Confidence confidence, Source source, String role, LocalDate until) {

  /** The circumstances that may be coded; each describes the event or the place, nobody's life. */
  public enum Code {
    ARGUMENT,
    ROBBERY,
    CARJACKING,
    DOMESTIC,
    ROAD_DISPUTE,
    ONLINE_DISPUTE,
    GATHERING,
    RENTED_PARTY,
    NEAR_A_VIGIL,
    VEHICLE_INVOLVED,
    VACANT_BUILDING,
    DARK_STREET,
    /** Somebody was hit who was not meant. */
    CHANCE_VICTIM,
    /** A weapon went off that nobody meant to fire. */
    MISHANDLED_WEAPON
  }

  /** How sure. */
  public enum Confidence {
    ASSERTED,
    PROBABLE,
    POSSIBLE,
    RULED_OUT;

    /** Whether it may enter a theme; below this it stays with the incident. */
    public boolean counts() {
      return this == ASSERTED || this == PROBABLE;
    }
  }

  /** Who says so. */
  public enum Source {
    RECORDS(false),
    POLICE(false),
    DEPARTMENT(false),
    RESIDENTS(true),
    OUTREACH(true),
    PARTNER(true);

    private final boolean oneWay;

    Source(boolean oneWay) {
      this.oneWay = oneWay;
    }

    /** Whether it must not reach a police liaison. */
    public boolean oneWay() {
      return oneWay;
    }
  }
}

package org.cscc.access;

import java.util.Arrays;

/** What a person is to the center; one role an account. */
public enum Role {
  /** Anybody, without an account. */
  PUBLIC("PUB"),
  /** A resident or applicant, for their own records. */
  RESIDENT("RES"),
  /** A community representative, embedded in a team. */
  REPRESENTATIVE("REP"),
  /** Leads a team's weekly review. */
  FACILITATOR("FAC"),
  /** A member of a team from an outreach organization. */
  OUTREACH("CBO"),
  /** A victim advocate. */
  ADVOCATE("ADV"),
  /** The police department's liaison. */
  POLICE_LIAISON("LEO"),
  /** A department's or agency's liaison. */
  DEPARTMENT_LIAISON("DEP"),
  ANALYST("ANA"),
  /** Reviews applications to a program. */
  REVIEWER("REV"),
  /** Approves payments. */
  FINANCE("FIN"),
  COMMUNICATIONS("COM"),
  TRAINER("TRN"),
  DIRECTOR("DIR"),
  /** A member of the steering committee. */
  STEERING("STE"),
  PRIVACY_OFFICER("PRV"),
  AUDITOR("AUD"),
  /** Keeps the machine; holds no business data. */
  ADMINISTRATOR("ADM");

  private final String code;

  Role(String code) {
    this.code = code;
  }

  /** The three letters by which the table of permissions names it. */
  String code() {
    return code;
  }

  static Role byCode(String code) {
    return Arrays.stream(values())
        .filter(role -> role.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("The table names no role " + code));
  }

  /**
   * Whether it reaches records of the tiers T2 and T3 that are not the person's or household's own;
   * counts and what is public of them aside.
   */
  public boolean reachesGuardedRecords() {
    return PermissionTable.IN_FORCE.reachesGuardedRecords(this);
  }

  /**
   * Whether it is a role of the center's own people who work with organizations, or who look after
   * the center: they know by name who did what.
   */
  public boolean ofTheCenter() {
    return switch (this) {
      case REPRESENTATIVE,
          FACILITATOR,
          ANALYST,
          DIRECTOR,
          PRIVACY_OFFICER,
          AUDITOR,
          ADMINISTRATOR ->
          true;
      case PUBLIC,
          RESIDENT,
          OUTREACH,
          ADVOCATE,
          POLICE_LIAISON,
          DEPARTMENT_LIAISON,
          REVIEWER,
          FINANCE,
          COMMUNICATIONS,
          TRAINER,
          STEERING ->
          false;
    };
  }

  /** Whether somebody can sign in with it. */
  public boolean hasAccounts() {
    return this != PUBLIC;
  }
}

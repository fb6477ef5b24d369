package org.cscc.access;

/** What a person is to the center; one role an account. */
public enum Role {
  REPRESENTATIVE,
  FACILITATOR,
  OUTREACH,
  ADVOCATE,
  POLICE_LIAISON,
  DEPARTMENT_LIAISON,
  ANALYST,
  REVIEWER,
  FINANCE,
  COMMUNICATIONS,
  TRAINER,
  DIRECTOR,
  STEERING,
  PRIVACY_OFFICER,
  AUDITOR,
  ADMINISTRATOR
}

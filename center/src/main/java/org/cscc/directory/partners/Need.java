package org.cscc.directory.partners;

/** What somebody needs that a service may answer. */
enum Need {
  OUTREACH,
  VICTIM_SERVICES,
  COUNSELING,
  HOUSING,
  FOOD,
  LEGAL_AID,
  WORK,
  YOUTH,
  HEALTH_CARE,
  OTHER
}

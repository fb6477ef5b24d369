package org.cscc.crisis;

/** Why an organization can not come. */
enum UnableCode {
  NO_STAFF,
  TOO_FAR,
  NOT_OURS,
  NOT_SAFE
}

package org.cscc.services;

/** Why a department does not do what it was asked for. */
enum RejectCode {
  NOT_CITY_OWNED,
  DUPLICATE,
  NO_ACCESS,
  NOT_FOUND,
  NO_BUDGET,
  /** It can be done in another season, from a day that is named. */
  SEASONAL,
  /** Another department does this; it goes there at once. */
  WRONG_DEPARTMENT
}

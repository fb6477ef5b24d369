package org.cscc.requests;

/** How a request on a priority block stands with us. */
enum FollowState {
  /** The City owes it. */
  OPEN,
  /** The City calls it done; somebody has to look (R-COO-06). */
  CLOSED_BY_CITY,
  /** Somebody looked, and it is. */
  FIXED,
  /** Somebody looked, and it is not. */
  NOT_FIXED,
  /** Nobody follows it any more. */
  LET_GO;

  /** Key of its name. */
  public String key() {
    return "requests.state." + name();
  }
}

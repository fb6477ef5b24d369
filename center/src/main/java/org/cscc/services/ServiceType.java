package org.cscc.services;

/**
 * What can be asked for.
 *
 * @param code its name is the message {@code services.type.} and this
 * @param department code of the department that does it
 * @param targetDays business days within which it is done
 * @param priorityDays the same on a priority block (R-COO-02)
 * @param physical whether a place looks different afterwards
 * @param seasonal whether it can not be done in every season
 * @param assumed whether it rests on our own reading
 */
record ServiceType(
    String code,
    String department,
    int targetDays,
    int priorityDays,
    boolean physical,
    boolean seasonal,
    boolean assumed,
    int version) {
  /** Business days on a block of that kind. */
  public int days(boolean priority) {
    return priority ? priorityDays : targetDays;
  }

  /** Key of its name. */
  public String key() {
    return "services.type." + code;
  }
}

package org.cscc.requests;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request that is followed until somebody has seen that it is fixed.
 *
 * @param slug names the request in addresses
 * @param number with the City's 311
 * @param type code of the service
 * @param department that owned it with the City
 * @param closedOn the day the City closed it
 * @param lookOn from when somebody should look
 * @param task code of the service that was asked for, because it is not fixed
 * @param version counts the changes; a move must name the one it was decided on
 */
record Follow(
    UUID id,
    String slug,
    String number,
    String type,
    @Nullable String department,
    int area,
    String block,
    FollowState state,
    @Nullable LetGoCode letGo,
    @Nullable LocalDate closedOn,
    @Nullable LocalDate lookOn,
    @Nullable LocalDate lookedOn,
    @Nullable String task,
    int version) {
  /** Key of the service's name. */
  public String typeKey() {
    return "services.type." + type;
  }

  /** Whether somebody should look by now. */
  public boolean due(LocalDate today) {
    return state == FollowState.CLOSED_BY_CITY && lookOn != null && !lookOn.isAfter(today);
  }

  /** Whether somebody should have looked so many days ago. */
  public boolean late(LocalDate today, int grace) {
    return state == FollowState.CLOSED_BY_CITY
        && lookOn != null
        && lookOn.plusDays(grace).isBefore(today);
  }
}

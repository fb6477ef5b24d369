package org.cscc.requests;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * When a look is late: the configured days after it became due. From how many on a percentage is
 * told.
 */
@Component
class LookDays {
  private final int grace;
  private final int smallest;

  LookDays(
      @Value("${cscc.requests.look-late:7}") int grace,
      @Value("${cscc.requests.smallest:5}") int smallest) {
    this.grace = grace;
    this.smallest = smallest;
  }

  int grace() {
    return grace;
  }

  int smallest() {
    return smallest;
  }
}

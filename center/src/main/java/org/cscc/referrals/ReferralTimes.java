package org.cscc.referrals;

import java.time.Instant;
import org.cscc.kernel.WallClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How fast an organization answers and speaks with the person, in hours that really pass: a day to
 * answer, two days to the contact (R-INC-04), counted from the yes.
 */
@Component
class ReferralTimes {
  private final int answer;
  private final int contact;

  ReferralTimes(
      @Value("${cscc.referrals.answer-hours:24}") int answer,
      @Value("${cscc.referrals.contact-hours:48}") int contact) {
    this.answer = answer;
    this.contact = contact;
  }

  Instant answerBy(Instant offered) {
    return WallClock.afterHours(offered, answer);
  }

  Instant contactBy(Instant accepted) {
    return WallClock.afterHours(accepted, contact);
  }

  /** Hours until the answer. */
  public int answerHours() {
    return answer;
  }

  /** Hours from the yes to the contact. */
  public int contactHours() {
    return contact;
  }
}

package org.cscc.demo;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.home.MovableClock;
import org.cscc.referrals.ReferralRehearsal;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Needs that the demo's people handed over in the last weeks, and how far that went. */
@Component
@Order(110)
class DemoReferrals implements DemoPart {
  private static final int OF_ANOTHER_AREA = 3;

  /** North Lawndale, where the demo's representative and outreach worker sit. */
  private static final int AREA = 29;

  private static final List<String> NEEDS =
      List.of("HOUSING", "COUNSELING", "FOOD", "VICTIM_SERVICES", "YOUTH", "WORK");

  private final ReferralRehearsal referrals;
  private final Accounts accounts;
  private final Access access;
  private final MovableClock clock;

  DemoReferrals(ReferralRehearsal referrals, Accounts accounts, Access access, MovableClock clock) {
    this.referrals = referrals;
    this.accounts = accounts;
    this.access = access;
    this.clock = clock;
  }

  /** Plays four weeks, so that every state is there on the demo's own day. Done once. */
  @Override
  public void onTheDay(ZonedDateTime now) {
    if (referrals.played()) {
      return;
    }
    for (int number = 0; number < 30; number++) {
      // The newest wait for an answer, one of them beyond its day.
      ZonedDateTime offered = now.minusHours(6 + 22L * number);
      play(number, offered, now);
    }
    clock.set(now.toInstant());
  }

  private void play(int number, ZonedDateTime offered, ZonedDateTime now) {
    boolean outreach = number % 2 == 0;
    String helper = outreach ? "advocate" : "outreach";
    String organization = outreach ? "DFSS" : "CDPH";
    int area = number % 5 == OF_ANOTHER_AREA ? 25 : AREA;
    String by = area != AREA ? (outreach ? "outreach" : "advocate") : "representative";
    String need = NEEDS.get(number % NEEDS.size());
    clock.set(offered.toInstant());
    String token = as(by, () -> referrals.offer(area, organization, need));
    if (number < 3) {
      return;
    }
    int fate = number % 7;
    step(
        helper,
        token,
        offered.plusHours(3 + number % 15),
        now,
        fate == 6 ? "DECLINE" : "ACCEPT",
        fate == 6 ? "FULL" : "");
    if (fate == 6 || number < 5) {
      return;
    }
    ZonedDateTime contact = offered.plusHours(20 + number % 30);
    if (fate == 5) {
      step(helper, token, contact, now, "NO_CONTACT", "");
      return;
    }
    step(helper, token, contact, now, "CONTACT", "");
    if (fate >= 1 && number > 6) {
      step(helper, token, contact.plusDays(1), now, "START", "");
    }
    if (fate >= 3 && number > 9) {
      step(helper, token, contact.plusDays(4), now, "CLOSE", fate == 3 ? "GOAL_MET" : "PARTLY_MET");
    }
  }

  private void step(
      String who, String token, ZonedDateTime at, ZonedDateTime now, String move, String code) {
    clock.set((at.isAfter(now) ? now : at).toInstant());
    as(
        who,
        () -> {
          referrals.move(token, move, code);
          return token;
        });
  }

  @Override
  public void remove() {
    referrals.removeAll();
  }

  private String as(String name, Supplier<String> work) {
    return access.speakingFor(accounts.byName(name), work);
  }
}

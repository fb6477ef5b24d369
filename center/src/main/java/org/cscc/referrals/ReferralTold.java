package org.cscc.referrals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cscc.access.Account;
import org.cscc.access.Accounts;
import org.cscc.notices.Notice;
import org.cscc.notices.Notices;
import org.springframework.stereotype.Component;

/**
 * Who is told when a referral moves or waits too long: that something waits, and where. No area, no
 * kind of help and no incident goes out.
 */
@Component
class ReferralTold {
  private final Notices notices;
  private final Accounts accounts;

  ReferralTold(Notices notices, Accounts accounts) {
    this.notices = notices;
    this.accounts = accounts;
  }

  /** Tells an organization that it was asked. */
  void offered(Referral referral, String by) {
    List<Notice> written = new ArrayList<>();
    for (String person : staff(accounts.all(), referral.organization())) {
      if (!person.equals(by)) {
        written.add(notice("offered", person, List.of(), page(referral)));
      }
    }
    notices.post(written);
  }

  /** Tells the side that offered it of a yes or a no. */
  void moved(Referral referral, ReferralMoveKind move, String by) {
    boolean answer = move == ReferralMoveKind.ACCEPT || move == ReferralMoveKind.DECLINE;
    if (answer && !referral.offeredBy().equals(by)) {
      notices.post(
          notice(
              move == ReferralMoveKind.ACCEPT ? "accepted" : "declined",
              referral.offeredBy(),
              List.of(),
              page(referral)));
    }
  }

  /**
   * Tells organizations how many wait for them beyond their time, and whoever offered one that it
   * is not answered; each person once a batch.
   */
  void late(List<ReferralClock.Late> late) {
    if (late.isEmpty()) {
      return;
    }
    List<Account> all = accounts.all();
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    for (ReferralClock.Late one : late) {
      String what = one.state() == ReferralState.OFFERED ? "late-answer" : "late-contact";
      for (String person : staff(all, one.organization())) {
        count(counts, what, person);
      }
      if (one.state() == ReferralState.OFFERED) {
        count(counts, "unanswered", one.offeredBy());
      }
    }
    List<Notice> written = new ArrayList<>();
    counts.forEach(
        (what, people) ->
            people.forEach(
                (person, many) ->
                    written.add(
                        notice(what, person, List.of(Integer.toString(many)), "/referrals"))));
    notices.post(written);
  }

  private static void count(Map<String, Map<String, Integer>> counts, String what, String person) {
    counts.computeIfAbsent(what, one -> new TreeMap<>()).merge(person, 1, Integer::sum);
  }

  private static List<String> staff(List<Account> all, String organization) {
    return all.stream()
        .filter(
            person ->
                ReferralMoveKind.ROLES.contains(person.role())
                    && person.organization().equals(organization))
        .map(Account::name)
        .toList();
  }

  private static Notice notice(String what, String person, List<String> words, String path) {
    return new Notice("referrals.notice." + what, person, words, path, false, null);
  }

  private static String page(Referral referral) {
    return "/referrals/" + referral.token();
  }
}

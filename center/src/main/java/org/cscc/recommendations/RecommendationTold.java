package org.cscc.recommendations;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.cscc.access.Account;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.notices.Notice;
import org.cscc.notices.Notices;
import org.springframework.stereotype.Component;

/** Who is told when a recommendation moves or waits; codes go out, never its words. */
@Component
class RecommendationTold {
  private static final String LIST = "/recommendations";

  private final Notices notices;
  private final Accounts accounts;

  RecommendationTold(Notices notices, Accounts accounts) {
    this.notices = notices;
    this.accounts = accounts;
  }

  /** Tells those whose turn it is now or who waited for it, and never the one who moved it. */
  void moved(Recommendation after, RecommendationMoveKind kind, String by) {
    switch (kind) {
      case PROPOSE -> tell("proposed", after, by, person -> person.role() == Role.DIRECTOR);
      case RETURN -> tell("returned", after, by, person -> person.name().equals(after.writtenBy()));
      case ISSUE -> {
        tell("issued", after, by, person -> answers(person, after.addressedTo()));
        tell("issued-by", after, by, person -> person.name().equals(after.proposedBy()));
      }
      case ACCEPT, REJECT ->
          tell(
              kind == RecommendationMoveKind.ACCEPT ? "accepted" : "rejected",
              after,
              by,
              person -> person.role() == Role.DIRECTOR || person.name().equals(after.proposedBy()));
      case IMPLEMENT ->
          tell(
              "implemented",
              after,
              by,
              person -> person.role() == Role.ANALYST || person.name().equals(after.proposedBy()));
      case EVALUATE -> tell("evaluated", after, by, person -> answers(person, after.addressedTo()));
      case REVISE, DROP -> {
        // Whom it concerns sees it on the page.
      }
    }
  }

  /** Tells the addressee that its day has come, and the steering committee that it is long gone. */
  void raised(List<AnswerClock.Raised> raised) {
    if (raised.isEmpty()) {
      return;
    }
    List<Notice> written = new ArrayList<>();
    List<Account> all = accounts.all();
    for (AnswerClock.Raised one : raised) {
      for (Account person : all) {
        if (one.level() == 1 && answers(person, one.addressedTo())) {
          written.add(notice("due", person.name(), one.code()));
        } else if (one.level() == 2
            && (person.role() == Role.STEERING || person.role() == Role.DIRECTOR)) {
          written.add(notice("steering", person.name(), one.code(), one.addressedTo()));
        }
      }
    }
    notices.post(written);
  }

  /** Tells the directors that the week can be looked at, each once. */
  void weekIsReady(String firstDay) {
    List<Notice> written = new ArrayList<>();
    for (Account person : accounts.all()) {
      if (person.role() == Role.DIRECTOR) {
        written.add(
            new Notice(
                "recommendations.notice.week",
                person.name(),
                List.of(),
                LIST + "/week?week=" + firstDay,
                false,
                "recommendations-week-" + firstDay + "-" + person.name()));
      }
    }
    notices.post(written);
  }

  /** Whether somebody can answer for an organization. */
  static boolean answers(Account person, String organization) {
    return person.organization().equals(organization)
        && RecommendationMoveKind.ACCEPT.openTo(person.role());
  }

  private void tell(String what, Recommendation one, String by, Predicate<Account> whom) {
    List<Notice> written = new ArrayList<>();
    for (Account person : accounts.all()) {
      if (whom.test(person) && !person.name().equals(by)) {
        written.add(notice(what, person.name(), one.code()));
      }
    }
    notices.post(written);
  }

  private static Notice notice(String what, String person, String... words) {
    return new Notice(
        "recommendations.notice." + what,
        person,
        List.of(words),
        LIST + "/" + words[0],
        false,
        null);
  }
}

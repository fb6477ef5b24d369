package org.cscc.blitz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cscc.access.Account;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.notices.Notice;
import org.cscc.notices.Notices;
import org.cscc.places.Areas;
import org.springframework.stereotype.Component;

/** Who is told when a blitz moves; its code and the area go out, and never what was found. */
@Component
class BlitzTold {
  private static final Set<Role> ANSWER = Set.of(Role.DEPARTMENT_LIAISON, Role.OUTREACH);

  private final Notices notices;
  private final Accounts accounts;
  private final Areas areas;

  BlitzTold(Notices notices, Accounts accounts, Areas areas) {
    this.notices = notices;
    this.accounts = accounts;
    this.areas = areas;
  }

  void planned(Blitz blitz, String by) {
    tell("planned", blitz, of(blitz.parts().stream().map(Part::department).toList()), by);
  }

  void calledIn(Blitz blitz, String department, String by) {
    tell("planned", blitz, of(List.of(department)), by);
  }

  /** It is known what is there: whoever was asked answers now. */
  void walked(Blitz blitz, String by) {
    tell("walked", blitz, of(blitz.unanswered()), by);
  }

  /** The last one has answered: whoever planned it goes on. */
  void answered(Blitz blitz, String by) {
    tell("answered", blitz, List.of(blitz.plannedBy()), by);
  }

  void scheduled(Blitz blitz, String by) {
    tell("scheduled", blitz, of(blitz.coming()), by);
  }

  void letOut(Blitz blitz, String department, String by) {
    tell("let-out", blitz, of(List.of(department)), by);
  }

  /** It does not take place: whoever was asked and did not say no. */
  void calledOff(Blitz blitz, String by) {
    tell(
        "called-off",
        blitz,
        of(
            blitz.parts().stream()
                .filter(part -> part.comes() || part.state() == Part.State.ASKED)
                .map(Part::department)
                .toList()),
        by);
  }

  private List<String> of(List<String> organizations) {
    return accounts.all().stream()
        .filter(person -> ANSWER.contains(person.role()))
        .filter(person -> organizations.contains(person.organization()))
        .map(Account::name)
        .toList();
  }

  private void tell(String what, Blitz blitz, List<String> people, String by) {
    List<Notice> written = new ArrayList<>();
    for (String person : people) {
      if (!person.equals(by) && !person.equals("system")) {
        written.add(
            new Notice(
                "blitz.notice." + what,
                person,
                List.of(blitz.code(), areas.name(blitz.area())),
                "/blitz/" + blitz.code(),
                false,
                null));
      }
    }
    notices.post(written);
  }
}

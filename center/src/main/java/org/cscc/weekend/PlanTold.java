package org.cscc.weekend;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cscc.access.Account;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.directory.OnCallList;
import org.cscc.directory.OnCallTurn;
import org.cscc.notices.Notice;
import org.cscc.notices.Notices;
import org.springframework.stereotype.Component;

/** Who is told that a plan or a flash is there: the weekend and where it is, and nothing of it. */
@Component
class PlanTold {
  private static final Set<Role> HELPERS =
      EnumSet.of(Role.OUTREACH, Role.ADVOCATE, Role.DEPARTMENT_LIAISON);

  private final Notices notices;
  private final Accounts accounts;
  private final OnCallList calls;

  PlanTold(Notices notices, Accounts accounts, OnCallList calls) {
    this.notices = notices;
    this.accounts = accounts;
    this.calls = calls;
  }

  /** Tells facilitators, representatives and the organizations on call of a plan. */
  void planned(Plan plan, String by) {
    Set<String> onCall =
        plan.content().turns().stream().map(Plan.Turn::organization).collect(Collectors.toSet());
    tell(
        plan.revision() == 1 ? "planned" : "changed",
        EnumSet.of(Role.FACILITATOR, Role.REPRESENTATIVE),
        onCall,
        by,
        List.of(plan.friday().toString(), Integer.toString(plan.revision())),
        "/weekend/plans/" + plan.friday() + "/" + plan.revision());
  }

  /** Tells directors, facilitators and the organizations that were on call of a flash. */
  void flashed(Weekend weekend) {
    Set<String> onCall = new HashSet<>();
    for (OnCallTurn turn : calls.between(weekend.from(), weekend.until())) {
      onCall.add(turn.organization());
    }
    tell(
        "flash",
        EnumSet.of(Role.FACILITATOR, Role.DIRECTOR),
        onCall,
        "",
        List.of(weekend.friday().toString()),
        "/weekend/flash?friday=" + weekend.friday());
  }

  private void tell(
      String what,
      Set<Role> roles,
      Set<String> onCall,
      String by,
      List<String> words,
      String path) {
    notices.post(
        accounts.all().stream()
            .filter(person -> !person.name().equals(by) && concerns(person, roles, onCall))
            .map(
                person ->
                    new Notice("weekend.notice." + what, person.name(), words, path, false, null))
            .toList());
  }

  private static boolean concerns(Account person, Set<Role> roles, Set<String> onCall) {
    return roles.contains(person.role())
        || (HELPERS.contains(person.role()) && onCall.contains(person.organization()));
  }
}

package org.cscc.site;

import java.util.ArrayList;
import java.util.List;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Duties;
import org.cscc.access.Role;
import org.cscc.access.SignedIn;
import org.cscc.actions.Actions;
import org.cscc.notices.Notices;
import org.cscc.services.ServiceTasks;
import org.springframework.stereotype.Component;

/** What commitments, services, notices and watching over the accounts ask of a person. */
@Component
class ItemTasks {
  private final Access access;
  private final Actions actions;
  private final ServiceTasks services;
  private final Notices notices;
  private final List<Duties> duties;

  ItemTasks(
      Access access, Actions actions, ServiceTasks services, Notices notices, List<Duties> duties) {
    this.access = access;
    this.actions = actions;
    this.services = services;
    this.notices = notices;
    this.duties = duties;
  }

  List<Task> of(SignedIn person) {
    List<Task> tasks = new ArrayList<>();
    access.decide(Capability.READ_ACTIONS).ifPresent(decision -> items(person, decision, tasks));
    access
        .decide(Capability.READ_SERVICES)
        .ifPresent(decision -> services(person, decision, tasks));
    if (access.decide(Capability.SETTLE_NOTICES).isPresent()) {
      add(tasks, "notices-failed", notices.failed(), "/notices/backlog", true);
    }
    add(tasks, "notices", notices.unseen(person.name()), "/notices", false);
    duties.stream()
        .flatMap(kind -> kind.now().stream())
        .map(duty -> new Task(duty.key(), duty.arguments(), duty.address(), duty.late()))
        .forEach(tasks::add);
    return tasks;
  }

  private void items(SignedIn person, Decision decision, List<Task> tasks) {
    Actions.Waiting waiting = actions.waiting(decision);
    if (acts(person.role())) {
      add(tasks, "items-late", waiting.late(), "/actions?view=LATE", true);
    }
    if (decision.reachesOrganization(person.organization()) && !decision.everywhere()) {
      add(tasks, "items-answer", waiting.toAnswer(), "/actions?view=OPEN", false);
    }
    if (access.decide(Capability.VERIFY_ACTIONS).isPresent()) {
      add(tasks, "items-check", waiting.toCheck(), "/actions/today", false);
      add(tasks, "items-unowned", waiting.unowned(), "/actions?view=UNOWNED", false);
    }
  }

  private void services(SignedIn person, Decision decision, List<Task> tasks) {
    ServiceTasks.Waiting waiting = services.waiting(decision);
    if (person.role() == Role.DEPARTMENT_LIAISON) {
      add(tasks, "services-late", waiting.late(), "/services?view=LATE", true);
      add(tasks, "services-answer", waiting.toAnswer(), "/services?view=ANSWER", false);
    }
    if (access.decide(Capability.VERIFY_SERVICES).isPresent()) {
      add(tasks, "services-check", waiting.toCheck(), "/services/today", false);
    }
  }

  /** Who can do something about an item that is late. */
  private static boolean acts(Role role) {
    return role != Role.ANALYST && role != Role.AUDITOR && role != Role.PRIVACY_OFFICER;
  }

  private static void add(List<Task> tasks, String key, int count, String address, boolean late) {
    if (count > 0) {
      tasks.add(new Task(key, List.of(count), address, late, count));
    }
  }
}

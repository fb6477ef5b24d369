package org.cscc.services;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cscc.access.Account;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.notices.Notice;
import org.cscc.notices.Notices;
import org.springframework.stereotype.Component;

/** Who is told when a service moves; codes and numbers go out, never its words. */
@Component
class TaskTold {
  private static final String LIST = "/services";

  private final Notices notices;
  private final Accounts accounts;

  TaskTold(Notices notices, Accounts accounts) {
    this.notices = notices;
    this.accounts = accounts;
  }

  /**
   * Tells those whom a move concerns, and never the one who made it.
   *
   * @param waiting departments with something open that can not be done before this one
   */
  void moved(
      ServiceTask before,
      TaskMove move,
      TaskMoves.Change change,
      Worker worker,
      Set<String> waiting) {
    String by = worker.account();
    switch (move) {
      case TaskMove.Route wish -> routed(before, wish.department(), by);
      case TaskMove.Reject wish -> {
        if (change.to == TaskState.ROUTED) {
          routed(before, String.valueOf(change.detail), by);
        } else {
          tell("rejected", before, List.of(before.requestedBy()), by);
        }
      }
      case TaskMove.Block wish -> tell("blocked", before, liaisons(wish.unblocks()), by);
      case TaskMove.Complete _ -> {
        List<String> people = new ArrayList<>();
        waiting.forEach(department -> people.addAll(liaisons(department)));
        tell("freed", before, people, by);
      }
      case TaskMove.Verify _ -> {
        tell("verified", before, List.of(before.requestedBy()), by);
        tell("verified", before, liaisons(String.valueOf(before.department())), by);
      }
      case TaskMove.Fail _ ->
          tell("failed", before, liaisons(String.valueOf(before.department())), by);
      case TaskMove.Escalate _ ->
          raised(
              List.of(
                  new TaskClock.Raised(
                      String.valueOf(before.department()), before.level() + 1, 1)));
      case TaskMove.Merge _ -> tell("merged", before, List.of(before.requestedBy()), by);
      case TaskMove.Plain _, TaskMove.Schedule _, TaskMove.Need _ -> {
        // Whom it concerns sees it on the page.
      }
    }
  }

  /** Tells a department that the center gave it what was asked for. */
  void routed(ServiceTask task, String department) {
    routed(task, department, "system");
  }

  private void routed(ServiceTask task, String department, String by) {
    tell("routed", task, liaisons(department), by);
  }

  /**
   * Tells each department once what one walk makes it owe: how many, and the first day. What is
   * only one for a department is told as any other service is.
   *
   * @param what asked or owed-again
   * @param walk code of what they were found for
   * @param owed as they stand now
   */
  void together(String what, String walk, List<ServiceTask> owed) {
    Map<String, List<ServiceTask>> byDepartment = new TreeMap<>();
    for (ServiceTask task : owed) {
      byDepartment
          .computeIfAbsent(String.valueOf(task.department()), department -> new ArrayList<>())
          .add(task);
    }
    byDepartment.forEach(
        (department, tasks) -> {
          if (tasks.size() == 1) {
            ServiceTask one = tasks.getFirst();
            String single = one.state() == TaskState.REOPENED ? "failed" : "routed";
            tell(single, one, liaisons(department), "system");
          } else {
            together(what, walk, department, tasks);
          }
        });
  }

  private void together(String what, String walk, String department, List<ServiceTask> tasks) {
    LocalDate first = tasks.stream().map(ServiceTask::dueOn).sorted().findFirst().orElseThrow();
    List<String> words = List.of(Integer.toString(tasks.size()), walk, first.toString());
    // The list, and not the walk: a department may answer for a service and not be asked to come.
    String path = LIST + "?view=OPEN&department=" + department;
    notices.post(
        liaisons(department).stream()
            .map(person -> new Notice("services.notice." + what, person, words, path, false, null))
            .toList());
  }

  /** Tells who asked for the same thing that it is done, or will not be. */
  void closedWith(ServiceTask child, TaskState how, String by) {
    String what = how == TaskState.VERIFIED ? "verified" : "rejected";
    tell(what, child, List.of(child.requestedBy()), by);
  }

  /** Tells who facilitates, once a season, that a service could not go to its department again. */
  void stuck(ServiceTask task) {
    String once = "services-stuck-" + task.code() + "-" + task.resumeOn() + "-";
    notices.post(
        accounts.all().stream()
            .filter(person -> person.role() == Role.FACILITATOR)
            .map(
                person ->
                    new Notice(
                        "services.notice.stuck",
                        person.name(),
                        List.of(task.code()),
                        LIST + "/tasks/" + task.code(),
                        false,
                        once + person.name()))
            .toList());
  }

  /**
   * Tells the department of level 1, the director of level 2, the steering committee of level 3:
   * each person once a batch, with how many.
   */
  void raised(List<TaskClock.Raised> raised) {
    if (raised.isEmpty()) {
      return;
    }
    List<Account> all = accounts.all();
    Map<String, Integer> counts = new TreeMap<>();
    for (TaskClock.Raised one : raised) {
      all.stream()
          .filter(person -> concerns(one, person))
          .forEach(
              person ->
                  counts.merge(
                      person.name() + "|" + one.department() + "|" + one.level(),
                      one.tasks(),
                      Integer::sum));
    }
    List<Notice> written = new ArrayList<>();
    counts.forEach(
        (key, tasks) -> {
          String[] part = key.split("\\|", -1);
          written.add(
              new Notice(
                  "services.notice.raised",
                  part[0],
                  List.of(Integer.toString(tasks), part[1], part[2]),
                  LIST + "?view=LATE",
                  false,
                  null));
        });
    notices.post(written);
  }

  private static boolean concerns(TaskClock.Raised raised, Account person) {
    return switch (person.role()) {
      case DEPARTMENT_LIAISON -> person.organization().equals(raised.department());
      case DIRECTOR -> raised.level() >= 2;
      case STEERING -> raised.level() >= 3;
      default -> false;
    };
  }

  private List<String> liaisons(String organization) {
    return accounts.all().stream()
        .filter(a -> a.role() == Role.DEPARTMENT_LIAISON && a.organization().equals(organization))
        .map(Account::name)
        .toList();
  }

  private void tell(String what, ServiceTask task, List<String> people, String by) {
    List<Notice> written = new ArrayList<>();
    for (String person : people.stream().distinct().toList()) {
      if (!person.equals(by) && !person.equals("system")) {
        written.add(
            new Notice(
                "services.notice." + what,
                person,
                List.of(task.code()),
                LIST + "/tasks/" + task.code(),
                false,
                null));
      }
    }
    notices.post(written);
  }
}

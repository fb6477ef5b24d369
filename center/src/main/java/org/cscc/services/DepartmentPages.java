package org.cscc.services;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cscc.access.Account;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.access.Role;
import org.cscc.directory.Contacts;
import org.cscc.directory.Organization;
import org.cscc.directory.Organizations;
import org.cscc.kernel.Audited;
import org.cscc.places.Areas;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What departments were asked for and how they keep it, one by one and side by side. */
@Controller
@Requires(Capability.READ_SERVICES)
class DepartmentPages {
  private static final int SHOWN = 100;

  private final TaskReads reads;
  private final DepartmentMeasures measures;
  private final Organizations organizations;
  private final Contacts contacts;
  private final Accounts accounts;
  private final Areas areas;
  private final Clock clock;

  DepartmentPages(
      TaskReads reads,
      DepartmentMeasures measures,
      Organizations organizations,
      Contacts contacts,
      Accounts accounts,
      Areas areas,
      Clock clock) {
    this.reads = reads;
    this.measures = measures;
    this.organizations = organizations;
    this.contacts = contacts;
    this.accounts = accounts;
    this.areas = areas;
    this.clock = clock;
  }

  @Audited(kind = "services", record = "departments")
  @GetMapping("/services/departments")
  String all(Decision decision, Model model) {
    model.addAttribute("sheet", measures.sheet(decision));
    model.addAttribute("organizations", names());
    model.addAttribute("decision", decision);
    return "services/departments";
  }

  @Audited(kind = "services", record = "departments/{code}")
  @GetMapping("/services/departments/{code:[A-Z]+}")
  String one(Decision decision, @PathVariable String code, Model model) {
    Map<String, String> names = names();
    if (!decision.reachesOrganization(code) || !names.containsKey(code)) {
      throw TaskMoves.unknown();
    }
    Selection open = new Selection(Selection.View.OPEN, code, null, null, 1);
    model.addAttribute("code", code);
    model.addAttribute("name", names.get(code));
    model.addAttribute("counts", reads.numbers(decision, open));
    model.addAttribute("tasks", reads.all(decision, open, SHOWN, 0));
    model.addAttribute("total", reads.count(decision, open));
    DepartmentMeasures.Sheet sheet = measures.sheet(decision);
    model.addAttribute("sheet", sheet);
    model.addAttribute("massClosings", measures.massClosings(code));
    model.addAttribute(
        "department",
        sheet.departments().stream().filter(d -> d.code().equals(code)).findFirst().orElse(null));
    String known = contacts.of(List.of(code)).get(code);
    model.addAttribute("call", known == null ? signingIn(code) : known);
    model.addAttribute("now", clock.instant());
    model.addAttribute("names", areas);
    return "services/department";
  }

  private String signingIn(String organization) {
    return accounts.all().stream()
        .filter(a -> a.role() == Role.DEPARTMENT_LIAISON && a.organization().equals(organization))
        .map(Account::displayName)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private Map<String, String> names() {
    return organizations.all().stream()
        .collect(
            Collectors.toMap(Organization::code, Organization::name, (a, b) -> a, TreeMap::new));
  }
}

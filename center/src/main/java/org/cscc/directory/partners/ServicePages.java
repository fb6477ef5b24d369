package org.cscc.directory.partners;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.directory.Organization;
import org.cscc.directory.Organizations;
import org.cscc.directory.partners.ServiceDesk.Saved;
import org.cscc.places.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is offered to people, where and in which language; and the form that keeps it true. */
@Controller
@RequestMapping("/directory/services")
class ServicePages {
  private final Services services;
  private final ServiceList list;
  private final ServiceDesk desk;
  private final ServiceForm form;
  private final Organizations organizations;
  private final Areas areas;
  private final Access access;

  ServicePages(
      Services services,
      ServiceList list,
      ServiceDesk desk,
      ServiceForm form,
      Organizations organizations,
      Areas areas,
      Access access) {
    this.services = services;
    this.list = list;
    this.desk = desk;
    this.form = form;
    this.organizations = organizations;
    this.areas = areas;
    this.access = access;
  }

  @Requires(Capability.READ_DIRECTORY)
  @GetMapping
  String list(
      @RequestParam(required = false) @Nullable String need,
      @RequestParam(required = false) @Nullable Integer area,
      @RequestParam(defaultValue = "") String spoken,
      @RequestParam(required = false) @Nullable UUID after,
      Model model) {
    @Nullable Need wanted = ServiceForm.named(Need.class, need).orElse(null);
    String tongue = spoken.strip().toLowerCase(Locale.ROOT);
    LocalDate today = desk.today();
    ServiceList.Page page = list.page(new ServiceList.Wanted(wanted, area, tongue, after), today);
    model.addAttribute("services", page.services());
    model.addAttribute("found", page.found());
    model.addAttribute("total", page.total());
    model.addAttribute("staleCount", page.stale());
    model.addAttribute("after", after);
    model.addAttribute("next", page.next());
    model.addAttribute("today", today);
    model.addAttribute("need", wanted);
    model.addAttribute("needs", Need.values());
    model.addAttribute("area", area);
    model.addAttribute("spoken", tongue);
    model.addAttribute("languages", list.languages());
    model.addAttribute("areas", areas.all());
    model.addAttribute("names", areas);
    model.addAttribute("decision", access.decide(Capability.EDIT_DIRECTORY).orElse(null));
    return "directory/services";
  }

  @Requires(Capability.READ_DIRECTORY)
  @GetMapping("/{id}")
  String one(@PathVariable UUID id, Model model) {
    Service service = services.byId(id).orElseThrow(() -> ServiceDesk.unknown(id));
    model.addAttribute("service", service);
    model.addAttribute("today", desk.today());
    model.addAttribute("names", areas);
    model.addAttribute(
        "mayEdit",
        access
            .decide(Capability.EDIT_DIRECTORY)
            .filter(decision -> decision.reachesOrganization(service.organization()))
            .isPresent());
    return "directory/service";
  }

  @Requires(Capability.EDIT_DIRECTORY)
  @GetMapping("/new")
  String blank(@RequestParam String organization, Decision decision, Model model) {
    return page(model, blank(decision, organization), Map.of());
  }

  @Requires(Capability.EDIT_DIRECTORY)
  @PostMapping("/new")
  String add(
      @RequestParam String organization,
      @RequestParam Map<String, String> fields,
      Decision decision,
      HttpServletResponse response,
      Model model) {
    return save(decision, blank(decision, organization), fields, response, model);
  }

  @Requires(Capability.EDIT_DIRECTORY)
  @GetMapping("/{id}/change")
  String form(@PathVariable UUID id, Decision decision, Model model) {
    Service service = services.byId(id).orElseThrow(() -> ServiceDesk.unknown(id));
    ServiceDesk.own(decision, service.organization());
    return page(model, service, Map.of());
  }

  @Requires(Capability.EDIT_DIRECTORY)
  @PostMapping("/{id}/change")
  String change(
      @PathVariable UUID id,
      @RequestParam Map<String, String> fields,
      Decision decision,
      HttpServletResponse response,
      Model model) {
    Service present = services.byId(id).orElseThrow(() -> ServiceDesk.unknown(id));
    ServiceDesk.own(decision, present.organization());
    return save(decision, present, fields, response, model);
  }

  @Requires(Capability.EDIT_DIRECTORY)
  @PostMapping("/{id}/assure")
  String assure(@PathVariable UUID id, Decision decision) {
    desk.assure(decision, id);
    return "redirect:/directory/services/" + id;
  }

  private String save(
      Decision decision,
      Service present,
      Map<String, String> fields,
      HttpServletResponse response,
      Model model) {
    ServiceForm.Read read = form.read(present, fields);
    Service wanted = read.service();
    if (wanted == null || !read.wrong().isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(model, wanted == null ? present : wanted, read.wrong());
    }
    return switch (desk.save(decision, wanted)) {
      case Saved.Done done -> "redirect:/directory/services/" + wanted.id();
      case Saved.Stale stale -> {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("stored", stale.present());
        model.addAttribute("version", stale.present().version());
        yield page(model, wanted, Map.of());
      }
    };
  }

  private Service blank(Decision decision, String organization) {
    ServiceDesk.own(decision, organization);
    Organization known =
        organizations.all().stream()
            .filter(one -> one.code().equals(organization))
            .findFirst()
            .orElseThrow(() -> ServiceDesk.unknown(organization));
    return new Service(
        UUID.randomUUID(),
        known.code(),
        known.name(),
        "",
        Need.OTHER,
        "",
        "",
        List.of("en"),
        "",
        "",
        "",
        "",
        true,
        desk.today(), // whoever writes an entry down has just asked
        0,
        List.of());
  }

  private String page(Model model, Service service, Map<String, String> wrong) {
    model.addAttribute("service", service);
    model.addAttribute("fresh", service.version() == 0);
    if (!model.containsAttribute("version")) {
      model.addAttribute("version", service.version());
    }
    model.addAttribute("wrong", wrong);
    model.addAttribute("needs", Need.values());
    model.addAttribute("capacities", Capacity.values());
    model.addAttribute("names", areas);
    model.addAttribute("most", ServiceForm.MOST_PLACES);
    return "directory/service-form";
  }
}

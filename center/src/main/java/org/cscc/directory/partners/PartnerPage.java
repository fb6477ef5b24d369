package org.cscc.directory.partners;

import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.directory.Organization;
import org.cscc.directory.Organizations;
import org.cscc.kernel.Refused;
import org.cscc.places.Areas;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One organization: who speaks for it and what it offers. */
@Controller
@RequestMapping("/directory/partners/{code}")
class PartnerPage {
  private final Organizations organizations;
  private final Services services;
  private final Liaisons liaisons;
  private final Areas areas;
  private final Access access;

  PartnerPage(
      Organizations organizations,
      Services services,
      Liaisons liaisons,
      Areas areas,
      Access access) {
    this.organizations = organizations;
    this.services = services;
    this.liaisons = liaisons;
    this.areas = areas;
    this.access = access;
  }

  @Requires(Capability.READ_DIRECTORY)
  @GetMapping
  String page(@PathVariable String code, Model model) {
    Organization organization = known(code);
    model.addAttribute("organization", organization);
    model.addAttribute("services", services.of(code));
    model.addAttribute("liaisons", liaisons.of(code));
    model.addAttribute("parts", Liaison.Part.values());
    model.addAttribute("today", liaisons.today());
    model.addAttribute("names", areas);
    model.addAttribute(
        "mayEdit",
        access
            .decide(Capability.EDIT_DIRECTORY)
            .filter(decision -> decision.reachesOrganization(code))
            .isPresent());
    return "directory/partner";
  }

  @Requires(Capability.EDIT_DIRECTORY)
  @PostMapping("/liaisons")
  String add(
      @PathVariable String code,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String part,
      @RequestParam(defaultValue = "") String phone,
      @RequestParam(defaultValue = "") String email,
      Decision decision) {
    Organization organization = known(code);
    String who = name.strip();
    if (who.isEmpty() || who.length() > 120 || phone.length() > 40 || email.length() > 120) {
      throw new Refused(Refused.Kind.INVALID, "R-DIRECTORY-07", "directory.refused.liaison");
    }
    liaisons.add(
        decision,
        new Liaison(
            UUID.randomUUID(),
            organization.code(),
            who,
            ServiceForm.named(Liaison.Part.class, part).orElse(Liaison.Part.LIAISON),
            phone.strip(),
            email.strip(),
            liaisons.today(),
            null));
    return "redirect:/directory/partners/" + organization.code();
  }

  @Requires(Capability.EDIT_DIRECTORY)
  @PostMapping("/liaisons/{id}/end")
  String end(@PathVariable String code, @PathVariable UUID id, Decision decision) {
    Organization organization = known(code);
    liaisons.end(decision, organization.code(), id);
    return "redirect:/directory/partners/" + organization.code();
  }

  private Organization known(String code) {
    return organizations.all().stream()
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow(() -> ServiceDesk.unknown(code));
  }
}

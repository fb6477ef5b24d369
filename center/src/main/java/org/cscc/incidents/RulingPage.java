package org.cscc.incidents;

import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.Audited;
import org.cscc.kernel.Refused;
import org.cscc.places.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An analyst says that an incident does not count, or takes that back; and all that is so now. */
@Controller
@Requires(Capability.CLASSIFY_INCIDENTS)
class RulingPage {
  private static final int SHOWN = 200;

  private final Rulings rulings;
  private final Incidents incidents;
  private final Access access;
  private final Areas areas;

  RulingPage(Rulings rulings, Incidents incidents, Access access, Areas areas) {
    this.rulings = rulings;
    this.incidents = incidents;
    this.access = access;
    this.areas = areas;
  }

  @Audited(kind = "incidents", record = "set-aside")
  @GetMapping("/incidents/set-aside")
  String standing(Decision decision, Model model) {
    model.addAttribute("rows", rulings.standing(decision, SHOWN));
    model.addAttribute("names", areas);
    return "incidents/set-aside";
  }

  @Audited(kind = "incident", record = "{id}")
  @GetMapping("/incidents/{id}/standing")
  String form(@PathVariable UUID id, Model model) {
    IncidentFacts facts =
        incidents
            .byId(access.require(Capability.READ_INCIDENTS), id)
            .orElseThrow(
                () ->
                    new Refused(Refused.Kind.NOT_FOUND, "R-INC-60", "incidents.refused.incident"));
    @Nullable Ruling ruling =
        rulings.of(id).stream().findFirst().filter(newest -> !newest.undoes()).orElse(null);
    model.addAttribute("facts", facts);
    model.addAttribute("names", areas);
    model.addAttribute("ruling", ruling);
    model.addAttribute("unfounded", RulingReason.of(Standing.UNFOUNDED));
    model.addAttribute("outOfScope", RulingReason.of(Standing.OUT_OF_SCOPE));
    model.addAttribute("undoing", RulingReason.of(null));
    return "incidents/standing";
  }

  @Audited(value = Deed.CHANGE, kind = "incident", record = "{id}")
  @PostMapping("/incidents/{id}/standing")
  String rule(
      Decision decision,
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam(required = false) @Nullable RulingReason reason) {
    if (reason == null) {
      throw new Refused(Refused.Kind.INVALID, "R-INC-64", "incidents.refused.reason");
    }
    rulings.rule(decision, id, version, reason);
    return "redirect:/incidents/" + id + "?ruled#standing";
  }
}

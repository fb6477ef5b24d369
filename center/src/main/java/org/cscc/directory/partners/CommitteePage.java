package org.cscc.directory.partners;

import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.kernel.FreeText;
import org.cscc.kernel.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who steers. */
@Controller
@RequestMapping("/directory/committee")
class CommitteePage {
  private final Committee committee;
  private final FreeText freeText;
  private final Access access;

  CommitteePage(Committee committee, FreeText freeText, Access access) {
    this.committee = committee;
    this.freeText = freeText;
    this.access = access;
  }

  @Requires(Capability.READ_DIRECTORY)
  @GetMapping
  String page(Model model) {
    model.addAttribute("seats", committee.seats());
    model.addAttribute(
        "held", committee.seats().stream().filter(seat -> seat.until() == null).count());
    model.addAttribute("mayEdit", access.decide(Capability.EDIT_REFERENCE).isPresent());
    return "directory/committee";
  }

  @Requires(Capability.EDIT_REFERENCE)
  @PostMapping
  String add(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String standsFor,
      Decision decision) {
    String who = name.strip();
    String forWhom = standsFor.strip();
    if (who.isEmpty() || who.length() > 120 || forWhom.isEmpty() || forWhom.length() > 120) {
      throw new Refused(Refused.Kind.INVALID, "R-DIRECTORY-06", "directory.refused.seat");
    }
    committee.add(decision, who, freeText.fit("standsFor", forWhom));
    return "redirect:/directory/committee";
  }

  @Requires(Capability.EDIT_REFERENCE)
  @PostMapping("/{id}/end")
  String end(@PathVariable UUID id, Decision decision) {
    committee.end(decision, id);
    return "redirect:/directory/committee";
  }
}

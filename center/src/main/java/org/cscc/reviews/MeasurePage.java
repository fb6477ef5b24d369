package org.cscc.reviews;

import java.util.Map;
import java.util.stream.Collectors;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.directory.Organization;
import org.cscc.directory.Organizations;
import org.cscc.kernel.Audited;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Whether reviews are held and promises kept, with what each number rests on. */
@Controller
class MeasurePage {
  private final ReviewMeasures measures;
  private final Organizations organizations;

  MeasurePage(ReviewMeasures measures, Organizations organizations) {
    this.measures = measures;
    this.organizations = organizations;
  }

  @Requires(Capability.READ_ACTIONS)
  @Audited(kind = "measures", record = "reviews")
  @GetMapping("/reviews/measures")
  String page(Decision decision, Model model) {
    Map<String, String> names =
        organizations.all().stream()
            .collect(Collectors.toMap(Organization::code, Organization::name));
    model.addAttribute("sheet", measures.sheet(decision));
    model.addAttribute("organizations", names);
    model.addAttribute(
        "own",
        !decision.everywhere() && decision.reachesOrganization(decision.organization())
            ? names.getOrDefault(decision.organization(), decision.organization())
            : null);
    return "reviews/measures";
  }
}

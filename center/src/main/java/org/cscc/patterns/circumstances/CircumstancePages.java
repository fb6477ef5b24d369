package org.cscc.patterns.circumstances;

import java.util.List;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.access.SignedIn;
import org.cscc.incidents.IncidentFacts;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.Audited;
import org.cscc.patterns.Grounds;
import org.cscc.patterns.circumstances.Circumstance.Code;
import org.cscc.patterns.circumstances.Circumstance.Confidence;
import org.cscc.patterns.circumstances.Circumstance.Source;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The circumstances of one incident, and coding them. */
@Controller
class CircumstancePages {
  private final Circumstances circumstances;
  private final Grounds grounds;
  private final Access access;

  CircumstancePages(Circumstances circumstances, Grounds grounds, Access access) {
    this.circumstances = circumstances;
    this.grounds = grounds;
    this.access = access;
  }

  /**
   * What the page shows.
   *
   * @param area name of the area, or empty
   */
  record View(IncidentFacts incident, String area, List<Circumstance> stated, boolean mayCode) {
    /** The codes there are. */
    public Code[] codes() {
      return Code.values();
    }

    /** How sure one may be. */
    public Confidence[] confidences() {
      return Confidence.values();
    }

    /** Who may have said it. */
    public Source[] sources() {
      return Source.values();
    }
  }

  @Requires(Capability.READ_LINKS)
  @GetMapping("/patterns/circumstances/{id}")
  String page(Decision decision, @PathVariable UUID id, Model model) {
    Circumstances.About about = circumstances.about(decision, id);
    Integer area = about.incident().area();
    model.addAttribute(
        "view",
        new View(
            about.incident(),
            area == null ? "" : grounds.name(area),
            about.stated(),
            access.decide(Capability.CODE_CIRCUMSTANCES).isPresent()));
    return "patterns/circumstances";
  }

  @Requires(Capability.CODE_CIRCUMSTANCES)
  @Audited(value = Deed.CREATE, kind = "circumstance")
  @PostMapping("/patterns/circumstances/{id}")
  String code(
      Decision decision,
      @PathVariable UUID id,
      @RequestParam Code code,
      @RequestParam Confidence confidence,
      @RequestParam Source source,
      RedirectAttributes after) {
    circumstances.code(decision, role(), id, code, confidence, source);
    after.addFlashAttribute("coded", true);
    return "redirect:/patterns/circumstances/" + id;
  }

  private String role() {
    return access.signedIn().map(SignedIn::role).map(Enum::name).orElse("SYSTEM");
  }
}

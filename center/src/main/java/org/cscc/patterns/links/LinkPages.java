package org.cscc.patterns.links;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.access.SignedIn;
import org.cscc.incidents.IncidentFacts;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.Audited;
import org.cscc.kernel.FreeText;
import org.cscc.patterns.Grounds;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the incidents of 90 days hang together, and stating that two do. */
@Controller
class LinkPages {
  private static final int SHOWN = 60;

  private final Links links;
  private final Grounds grounds;
  private final Access access;
  private final FreeText freeText;

  LinkPages(Links links, Grounds grounds, Access access, FreeText freeText) {
    this.links = links;
    this.grounds = grounds;
    this.access = access;
    this.freeText = freeText;
  }

  /**
   * What the page shows.
   *
   * @param clusters the first of them; {@code all} says how many there are
   * @param byId incidents by id, for the names in the list of links
   * @param recent incidents that may be chosen, the newest first
   */
  record View(
      List<Cluster> clusters,
      int all,
      Map<UUID, IncidentFacts> byId,
      List<IncidentFacts> recent,
      Map<Integer, String> names,
      boolean mayState) {
    /** The kinds that may be stated. */
    public List<LinkKind> kinds() {
      return LinkKind.stated();
    }

    /** How sure one may be. */
    public IncidentLink.Confidence[] confidences() {
      return IncidentLink.Confidence.values();
    }

    /** What a statement may rest on. */
    public List<String> bases() {
      return IncidentLink.BASES;
    }
  }

  @Requires(Capability.READ_LINKS)
  @GetMapping("/patterns/links")
  String page(Decision decision, Model model) {
    Links.Web web = links.now(decision);
    Map<UUID, IncidentFacts> byId = new LinkedHashMap<>();
    web.incidents().forEach(incident -> byId.put(incident.id(), incident));
    model.addAttribute(
        "view",
        new View(
            web.clusters().stream().limit(SHOWN).toList(),
            web.clusters().size(),
            byId,
            web.incidents().reversed(),
            grounds.names(),
            access.decide(Capability.ASSERT_LINKS).isPresent()));
    return "patterns/links";
  }

  @Requires(Capability.ASSERT_LINKS)
  @Audited(value = Deed.CREATE, kind = "incident-link")
  @PostMapping("/patterns/links")
  String state(
      Decision decision,
      @RequestParam UUID one,
      @RequestParam UUID other,
      @RequestParam LinkKind kind,
      @RequestParam IncidentLink.Confidence confidence,
      @RequestParam String basis,
      RedirectAttributes after) {
    freeText.fit("basis", basis);
    links.state(decision, role(), one, other, kind, confidence, basis);
    after.addFlashAttribute("stated", true);
    return "redirect:/patterns/links";
  }

  private String role() {
    return access.signedIn().map(SignedIn::role).map(Enum::name).orElse("SYSTEM");
  }
}

package org.cscc.patterns.hotspots;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.access.Role;
import org.cscc.access.SignedIn;
import org.cscc.directory.Organization;
import org.cscc.directory.Organizations;
import org.cscc.drawing.Dot;
import org.cscc.drawing.Position;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.Audited;
import org.cscc.kernel.FreeText;
import org.cscc.kernel.Refused;
import org.cscc.patterns.Patterns;
import org.cscc.patterns.PlacedIncident;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One hot spot: why it is here, what people said of it, and what can be done with it now. */
@Controller
class HotSpotPage {
  private final HotSpots hotSpots;
  private final HotSpotStore store;
  private final Readings readings;
  private final FindingsMap map;
  private final Patterns patterns;
  private final Organizations organizations;
  private final Access access;
  private final FreeText freeText;

  HotSpotPage(
      HotSpots hotSpots,
      HotSpotStore store,
      Readings readings,
      FindingsMap map,
      Patterns patterns,
      Organizations organizations,
      Access access,
      FreeText freeText) {
    this.hotSpots = hotSpots;
    this.store = store;
    this.readings = readings;
    this.map = map;
    this.patterns = patterns;
    this.organizations = organizations;
    this.access = access;
    this.freeText = freeText;
  }

  @Requires(Capability.READ_PATTERNS)
  @GetMapping("/patterns/hotspots/{number:[0-9]+}")
  String hotSpot(Decision decision, @PathVariable int number, Locale language, Model model) {
    model.addAttribute("view", view(decision, number, language));
    return "patterns/hotspot";
  }

  @Requires(Capability.JUDGE_HOT_SPOTS)
  @Audited(value = Deed.CHANGE, kind = "hot-spot", record = "{number}/{move}")
  @PostMapping("/patterns/hotspots/{number:[0-9]+}/{move}")
  String move(
      Decision decision,
      @PathVariable int number,
      @PathVariable String move,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String work,
      @RequestParam(defaultValue = "") String lead,
      @RequestParam(required = false) @Nullable LocalDate until,
      RedirectAttributes after) {
    HotSpotMove step = named(move, number);
    freeText.fit("reason", reason);
    freeText.fit("work", work);
    Plan plan = step == HotSpotMove.PLAN && until != null ? new Plan(work, lead, until) : null;
    hotSpots.move(decision, role(), number, version, step, reason, plan);
    after.addFlashAttribute("moved", step.key());
    return "redirect:/patterns/hotspots/" + number;
  }

  private HotSpotView view(Decision decision, int number, Locale language) {
    HotSpot spot = hotSpots.find(decision, number);
    Reading reading = readings.of(decision, null);
    Evidence evidence = store.evidence(spot.id()).orElse(null);
    List<PlacedIncident> incidents =
        evidence == null ? List.of() : patterns.incidents(decision, evidence.incidents());
    List<HotSpotStep> steps = store.steps(spot.id());
    boolean judges =
        access
            .decide(Capability.JUDGE_HOT_SPOTS)
            .filter(mine -> reading.choices().containsKey(spot.area()))
            .isPresent();
    List<HotSpotMove> moves = judges ? HotSpotMove.open(spot.state(), role()) : List.of();
    List<Organization> leads = moves.contains(HotSpotMove.PLAN) ? organizations.all() : List.of();
    return new HotSpotView(
        spot,
        reading.names().getOrDefault(spot.area(), ""),
        evidence,
        incidents,
        steps,
        steps.stream().filter(step -> step.work() != null).findFirst().orElse(null),
        moves,
        leads,
        map.spot(reading, spot, dots(incidents), language),
        reading);
  }

  private static List<Dot> dots(List<PlacedIncident> incidents) {
    return incidents.stream()
        .map(
            incident ->
                new Dot(
                    new Position(incident.lon(), incident.lat()),
                    incident.killed() + incident.injured(),
                    incident.killed() > 0 ? Dot.Sign.DIAMOND : Dot.Sign.ROUND,
                    incident.on() + " " + incident.block(),
                    "/incidents/" + incident.id()))
        .toList();
  }

  private static HotSpotMove named(String word, int number) {
    for (HotSpotMove move : HotSpotMove.values()) {
      if (move.name().equalsIgnoreCase(word)) {
        return move;
      }
    }
    throw new Refused(
        Refused.Kind.CONFLICT, "R-PATTERNS-05", "patterns.refused.no-such-step", number);
  }

  private Role role() {
    return access
        .signedIn()
        .map(SignedIn::role)
        .orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
  }
}

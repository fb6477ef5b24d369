package org.cscc.referrals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.directory.Organization;
import org.cscc.directory.Organizations;
import org.cscc.directory.ServiceFinder;
import org.cscc.directory.ServiceFit;
import org.cscc.incidents.IncidentFacts;
import org.cscc.incidents.Incidents;
import org.cscc.kernel.Audited;
import org.cscc.kernel.Refused;
import org.cscc.places.Areas;
import org.cscc.places.CommunityArea;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Handing a need over, in two steps that need no script: what help and where, then whom to ask. The
 * language is asked for to find an organization, and kept nowhere.
 */
@Controller
@Requires(Capability.OFFER_REFERRALS)
class OfferPages {
  /** The City's notices come in these. */
  private static final List<String> LANGUAGES = List.of("en", "es", "pl", "zh", "ar");

  private final ReferralDesk desk;
  private final ReferralReads reads;
  private final ServiceFinder finder;
  private final Organizations organizations;
  private final Incidents incidents;
  private final Areas areas;
  private final Access access;

  OfferPages(
      ReferralDesk desk,
      ReferralReads reads,
      ServiceFinder finder,
      Organizations organizations,
      Incidents incidents,
      Areas areas,
      Access access) {
    this.desk = desk;
    this.reads = reads;
    this.finder = finder;
    this.organizations = organizations;
    this.incidents = incidents;
    this.areas = areas;
    this.access = access;
  }

  /** What the last step sent. */
  record Form(
      @Nullable UUID key,
      @Nullable List<NeedType> need,
      @Nullable Integer area,
      @Nullable UUID incident,
      @Nullable String organization,
      @Nullable String again) {}

  /**
   * An organization that can be asked.
   *
   * @param answers whether somebody of it has an account to answer here
   * @param fits its services that fit, those that take people first
   */
  record Choice(String code, String name, boolean answers, List<ServiceFit> fits) {}

  @Audited(kind = "referrals", record = "new")
  @GetMapping("/referrals/new")
  String form(
      Decision decision,
      @RequestParam(required = false) @Nullable List<NeedType> need,
      @RequestParam(required = false) @Nullable Integer area,
      @RequestParam(required = false) @Nullable UUID incident,
      @RequestParam(required = false) @Nullable String speaks,
      @RequestParam(required = false) @Nullable String again,
      Model model) {
    Referral before =
        again == null || again.isBlank()
            ? null
            : reads
                .byToken(access.require(Capability.READ_REFERRALS), again)
                .orElseThrow(ReferralRules::unknown);
    IncidentFacts facts = incident == null ? null : incident(incident);
    List<NeedType> needs =
        before != null ? before.needs() : Objects.requireNonNullElse(need, List.of());
    Integer where =
        before != null
            ? Integer.valueOf(before.area())
            : facts != null && facts.area() != null ? facts.area() : area;
    String spoken = speaks != null && LANGUAGES.contains(speaks) ? speaks : null;
    model.addAttribute("key", UUID.randomUUID());
    model.addAttribute("before", before);
    model.addAttribute("incident", facts);
    model.addAttribute("needs", needs);
    model.addAttribute("kinds", NeedType.values());
    model.addAttribute("area", where);
    model.addAttribute("areas", places(decision));
    model.addAttribute("speaks", spoken);
    model.addAttribute("languages", LANGUAGES);
    model.addAttribute("names", areas);
    model.addAttribute("asked", need != null || before != null);
    boolean complete = !needs.isEmpty() && needs.size() <= 3 && where != null;
    model.addAttribute("complete", complete);
    model.addAttribute(
        "choices",
        complete && where != null
            ? choices(needs, where, spoken, before == null ? "" : before.organization())
            : List.of());
    return "referrals/new";
  }

  @PostMapping("/referrals/new")
  String offer(Decision decision, Form form, RedirectAttributes after) {
    Integer area = form.area();
    UUID incident = form.incident();
    if (incident != null) {
      // It counts where it happened, so that a team finds it beside the incident.
      Integer there = incident(incident).area();
      area = there == null ? area : there;
    }
    Referral made =
        desk.offer(
            decision,
            form.key(),
            form.again() == null || form.again().isBlank() ? null : form.again(),
            new Offer(
                area == null ? 0 : area,
                incident,
                form.need() == null ? List.of() : form.need(),
                form.organization() == null ? "" : form.organization(),
                null));
    after.addFlashAttribute("made", made.token());
    return "redirect:/referrals/" + made.token();
  }

  private IncidentFacts incident(UUID id) {
    return access
        .decide(Capability.READ_INCIDENTS)
        .flatMap(reading -> incidents.byId(reading, id))
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Kind.INVALID, ReferralRules.FORM, "referrals.refused.incident"));
  }

  /** The areas in which the reader may offer, by name. */
  private List<CommunityArea> places(Decision decision) {
    boolean anywhere = decision.reachesOrganization(decision.organization());
    return areas.all().stream()
        .filter(one -> anywhere || decision.reachesArea(one.number()))
        .sorted(Comparator.comparing(CommunityArea::name))
        .toList();
  }

  /** Who has a service that fits, then everybody else who can answer. */
  private List<Choice> choices(
      List<NeedType> needs, int area, @Nullable String language, String without) {
    Set<String> answering = desk.answering();
    Map<String, List<ServiceFit>> fits =
        finder
            .fitting(needs.stream().map(Enum::name).collect(Collectors.toSet()), area, language)
            .stream()
            .collect(
                Collectors.groupingBy(
                    ServiceFit::organization, LinkedHashMap::new, Collectors.toList()));
    Map<String, String> names =
        organizations.all().stream()
            .collect(
                Collectors.toMap(
                    Organization::code, Organization::name, (a, b) -> a, LinkedHashMap::new));
    List<Choice> choices = new ArrayList<>();
    fits.forEach(
        (code, services) ->
            choices.add(
                new Choice(
                    code, names.getOrDefault(code, code), answering.contains(code), services)));
    names.forEach(
        (code, name) -> {
          if (answering.contains(code) && !fits.containsKey(code)) {
            choices.add(new Choice(code, name, true, List.of()));
          }
        });
    choices.removeIf(one -> one.code().equals(without));
    return choices;
  }
}

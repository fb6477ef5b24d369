package org.cscc.incidents;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Audited;
import org.cscc.kernel.Csv;
import org.cscc.kernel.Refused;
import org.cscc.places.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of incidents, and one of them with everything that was ever known of it. */
@Controller
@Requires(Capability.READ_INCIDENTS)
class IncidentPages {
  private static final int SHOWN = 50;
  private static final int MOST_IN_A_FILE = 100_000;

  private final IncidentList list;
  private final Incidents incidents;
  private final Rulings rulings;
  private final Versions versions;
  private final Stories stories;
  private final Access access;
  private final Areas areas;

  IncidentPages(
      IncidentList list,
      Incidents incidents,
      Rulings rulings,
      Versions versions,
      Stories stories,
      Access access,
      Areas areas) {
    this.list = list;
    this.incidents = incidents;
    this.rulings = rulings;
    this.versions = versions;
    this.stories = stories;
    this.access = access;
    this.areas = areas;
  }

  @Audited(kind = "incidents", record = "list")
  @GetMapping("/incidents")
  String list(
      Decision decision,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate to,
      @RequestParam(required = false) @Nullable Integer area,
      @RequestParam(required = false) @Nullable IncidentType type,
      HttpServletRequest request,
      Model model) {
    Optional<FeedStatus> fresh = incidents.latest();
    IncidentList.Wanted wanted = wanted(from, to, area, type, fresh);
    model.addAttribute("fresh", fresh.orElse(null));
    model.addAttribute("wanted", wanted);
    model.addAttribute("total", list.count(decision, wanted));
    List<IncidentFacts> rows = list.read(decision, wanted, SHOWN);
    request.setAttribute(AuditTrail.ROWS, rows.size());
    model.addAttribute("rows", rows);
    model.addAttribute("areas", areas.all());
    model.addAttribute("names", areas);
    model.addAttribute("types", IncidentType.values());
    model.addAttribute("mayRule", access.decide(Capability.CLASSIFY_INCIDENTS).isPresent());
    return "incidents/list";
  }

  @Audited(value = Deed.EXPORT, kind = "incidents", record = "list")
  @GetMapping("/incidents/list.csv")
  void csv(
      Decision decision,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate to,
      @RequestParam(required = false) @Nullable Integer area,
      @RequestParam(required = false) @Nullable IncidentType type,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Optional<FeedStatus> fresh = incidents.latest();
    List<IncidentFacts> rows =
        list.read(decision, wanted(from, to, area, type, fresh), MOST_IN_A_FILE);
    request.setAttribute(AuditTrail.ROWS, rows.size());
    AuditTrail.noteNow(request.getAttribute(AuditTrail.NOW));
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"incidents.csv\"");
    PrintWriter out = response.getWriter();
    out.print("id,occurred_on,type,state,area,block,killed,wounded,provisional,version,as_of\r\n");
    String asOf = fresh.map(status -> status.asOf().toString()).orElse("");
    for (IncidentFacts row : rows) {
      out.print(
          Csv.line(
              row.id(),
              row.occurredOn(),
              row.type(),
              row.state(),
              row.area(),
              row.block(),
              row.killed(),
              row.wounded(),
              row.provisional(),
              row.version(),
              asOf));
    }
    out.flush();
  }

  @Audited(kind = "incident", record = "{id}")
  @GetMapping("/incidents/{id}")
  String one(Decision decision, @PathVariable UUID id, Model model) {
    IncidentFacts facts =
        incidents
            .byId(decision, id)
            .orElseThrow(
                () ->
                    new Refused(Refused.Kind.NOT_FOUND, "R-INC-60", "incidents.refused.incident"));
    model.addAttribute("facts", facts);
    List<IncidentVersion> known = incidents.history(decision, id);
    model.addAttribute("versions", known);
    model.addAttribute("story", stories.of(facts, known));
    model.addAttribute("resurveyed", versions.resurveyed(id));
    List<Ruling> said = rulings.of(id);
    model.addAttribute(
        "rulings", said.stream().collect(Collectors.toMap(Ruling::version, ruling -> ruling)));
    model.addAttribute(
        "ruling", said.stream().findFirst().filter(ruling -> !ruling.undoes()).orElse(null));
    model.addAttribute("mayRule", access.decide(Capability.CLASSIFY_INCIDENTS).isPresent());
    model.addAttribute("mayReadCircumstances", access.decide(Capability.READ_LINKS).isPresent());
    model.addAttribute(
        "mayOpen", facts.state().counted() && access.decide(Capability.OPEN_CRISES).isPresent());
    model.addAttribute("mayOffer", access.decide(Capability.OFFER_REFERRALS).isPresent());
    model.addAttribute(
        "mayReview",
        facts.state().counted() && access.decide(Capability.START_INCIDENT_REVIEWS).isPresent());
    model.addAttribute("names", areas);
    model.addAttribute("fresh", incidents.latest().orElse(null));
    return "incidents/incident";
  }

  /** Without dates: the four weeks that end with the newest day of the data. */
  private static IncidentList.Wanted wanted(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable Integer area,
      @Nullable IncidentType type,
      Optional<FeedStatus> fresh) {
    LocalDate last =
        to != null ? to : fresh.map(FeedStatus::lastDay).orElse(LocalDate.of(2000, 1, 1));
    LocalDate first = from != null ? from : last.minusDays(27);
    return new IncidentList.Wanted(first, last, area, type == null ? "" : type.name());
  }
}

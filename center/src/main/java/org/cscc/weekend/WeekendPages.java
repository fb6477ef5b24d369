package org.cscc.weekend;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.kernel.Audited;
import org.cscc.kernel.Refused;
import org.cscc.places.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The plan of a weekend as it stands, the frozen ones, and Monday's flash. */
@Controller
@Requires(Capability.READ_WEEKEND)
class WeekendPages {
  private static final int WEEKS_BACK = 12;

  /** As many as a printed page has room for. */
  private static final int MOST_WINDOWS = 12;

  private final PlanDesk desk;
  private final PlanStore store;
  private final PlanWriter writer;
  private final Teams teams;
  private final Areas areas;
  private final ObjectProvider<OpenActivations> activations;
  private final Access access;
  private final Clock clock;

  WeekendPages(
      PlanDesk desk,
      PlanStore store,
      PlanWriter writer,
      Teams teams,
      Areas areas,
      ObjectProvider<OpenActivations> activations,
      Access access,
      Clock clock) {
    this.desk = desk;
    this.store = store;
    this.writer = writer;
    this.teams = teams;
    this.areas = areas;
    this.activations = activations;
    this.access = access;
    this.clock = clock;
  }

  /** As it stands now; nothing of it is frozen. */
  @GetMapping("/weekend")
  String now(
      Decision decision,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate friday,
      Model model) {
    Instant now = clock.instant();
    Weekend weekend = friday == null ? Weekend.at(now) : named(friday);
    fill(model, decision, weekend, writer.write(weekend, now));
    model.addAttribute("plan", null);
    model.addAttribute(
        "mayPublish", weekend.holds(now) && access.decide(Capability.PUBLISH_WEEKEND).isPresent());
    model.addAttribute("mayAdd", access.decide(Capability.ADD_GATHERINGS).isPresent());
    return "weekend/plan";
  }

  @Audited(kind = "weekend-plan", record = "{friday}/{revision}")
  @GetMapping("/weekend/plans/{friday}/{revision:[0-9]{1,6}}")
  String frozen(
      Decision decision,
      @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate friday,
      @PathVariable int revision,
      Model model) {
    Weekend weekend = named(friday);
    Plan plan = store.plan(friday, revision).orElseThrow(WeekendPages::unknown);
    fill(model, decision, weekend, plan.content());
    model.addAttribute("plan", plan);
    model.addAttribute("mayPublish", false);
    model.addAttribute("mayAdd", false);
    return "weekend/plan";
  }

  @Requires(Capability.PUBLISH_WEEKEND)
  @PostMapping("/weekend/plans/{friday}")
  String publish(
      Decision decision,
      @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate friday,
      RedirectAttributes after) {
    Plan plan = desk.publish(decision, named(friday));
    after.addFlashAttribute("published", plan.revision());
    return "redirect:/weekend/plans/" + friday + "/" + plan.revision();
  }

  @Audited(kind = "weekend-flash", record = "{friday}")
  @GetMapping("/weekend/flash")
  String flash(
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate friday,
      Model model) {
    List<LocalDate> fridays = store.flashes(WEEKS_BACK);
    LocalDate wanted = friday != null ? friday : fridays.isEmpty() ? null : fridays.getFirst();
    Flash flash = wanted == null ? null : store.flash(named(wanted).friday()).orElse(null);
    model.addAttribute("fridays", fridays);
    model.addAttribute("wanted", wanted);
    model.addAttribute("weekend", wanted == null ? null : new Weekend(wanted));
    model.addAttribute("flash", flash);
    Decision reading = access.decide(Capability.READ_INCIDENTS).orElse(null);
    model.addAttribute("counted", reading != null);
    model.addAttribute(
        "counts",
        flash == null || reading == null
            ? List.of()
            : flash.counts().stream()
                .filter(
                    count -> {
                      Integer area = count.area();
                      return area == null ? reading.everywhere() : reading.reachesArea(area);
                    })
                .toList());
    model.addAttribute("open", flash == null ? List.of() : readable(flash));
    model.addAttribute("teams", teams.all());
    model.addAttribute("names", areas);
    return "weekend/flash";
  }

  /** Activations of the flash that the reader was called to or leads; of the others, how many. */
  private List<OpenActivations.Line> readable(Flash flash) {
    List<OpenActivations.Line> frozen = flash.activations();
    OpenActivations room = activations.getIfAvailable();
    if (frozen == null || frozen.isEmpty() || room == null) {
      return List.of();
    }
    Set<String> own = room.readable(frozen.stream().map(OpenActivations.Line::code).toList());
    return frozen.stream().filter(one -> own.contains(one.code())).toList();
  }

  private void fill(Model model, Decision decision, Weekend weekend, Plan.Content content) {
    Instant now = clock.instant();
    PlanReader reader = reader(decision);
    model.addAttribute("weekend", weekend);
    model.addAttribute("sheet", content);
    model.addAttribute("reader", reader);
    model.addAttribute("gatherings", reader.gatherings(content));
    model.addAttribute("coming", reader.coming(content));
    List<Plan.Window> windows = reader.windows(content);
    model.addAttribute("windows", windows.subList(0, Math.min(MOST_WINDOWS, windows.size())));
    model.addAttribute("windowsMore", Math.max(0, windows.size() - MOST_WINDOWS));
    model.addAttribute("calls", reader.calls(content, areas));
    model.addAttribute("heads", store.heads(weekend.friday()));
    model.addAttribute("running", weekend.holds(now));
    model.addAttribute("current", Weekend.at(now));
    model.addAttribute("names", areas);
    List<Team> all = teams.all();
    model.addAttribute("uncovered", reader.uncovered(content, all, areas));
    model.addAttribute("teams", all);
  }

  /** What the reader reaches beside the plan itself. */
  private PlanReader reader(Decision decision) {
    return new PlanReader(
        decision.everywhere() ? Set.of() : decision.areas(),
        access.decide(Capability.READ_MEETINGS).orElse(null),
        access.decide(Capability.READ_PATTERNS).orElse(null));
  }

  private static Weekend named(LocalDate friday) {
    if (friday.getDayOfWeek() != DayOfWeek.FRIDAY) {
      throw unknown();
    }
    return new Weekend(friday);
  }

  private static Refused unknown() {
    return new Refused(Refused.Kind.NOT_FOUND, GatheringDesk.UNKNOWN, "weekend.refused.no-plan");
  }
}

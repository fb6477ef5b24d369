package org.cscc.blitz;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.directory.Organization;
import org.cscc.directory.Organizations;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.Audited;
import org.cscc.kernel.ReviewWeek;
import org.cscc.kernel.WallClock;
import org.cscc.places.Areas;
import org.cscc.services.ServiceBundles;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Blitzes: the list, one with its history, one block of it for a phone, and the report. */
@Controller
@Requires(Capability.READ_BLITZES)
class BlitzPages {
  /** Moves whose form stands on the page of a block. */
  private static final Set<BlitzMoveKind> ON_A_BLOCK =
      Set.of(BlitzMoveKind.WALK_BLOCK, BlitzMoveKind.DO, BlitzMoveKind.LOOK);

  private final BlitzDesk desk;
  private final BlitzReads reads;
  private final BlitzHistory history;
  private final WalkStore walks;
  private final ReportWriter reports;
  private final ServiceBundles services;
  private final Organizations organizations;
  private final Areas areas;
  private final Access access;
  private final Clock clock;

  BlitzPages(
      BlitzDesk desk,
      BlitzReads reads,
      BlitzHistory history,
      WalkStore walks,
      ReportWriter reports,
      ServiceBundles services,
      Organizations organizations,
      Areas areas,
      Access access,
      Clock clock) {
    this.desk = desk;
    this.reads = reads;
    this.history = history;
    this.walks = walks;
    this.reports = reports;
    this.services = services;
    this.organizations = organizations;
    this.areas = areas;
    this.access = access;
    this.clock = clock;
  }

  @Audited(kind = "blitzes", record = "list")
  @GetMapping("/blitz")
  String list(Decision decision, @RequestParam(defaultValue = "1") int page, Model model) {
    BlitzReads.Numbers numbers =
        reads.numbers(decision, Set.of(), WallClock.dayOf(clock.instant()));
    model.addAttribute("numbers", numbers);
    model.addAttribute("open", reads.open(decision));
    model.addAttribute("ended", reads.ended(decision, page));
    model.addAttribute("page", Math.max(1, page));
    model.addAttribute("perPage", BlitzReads.ROWS);
    model.addAttribute("mayPlan", access.decide(Capability.PLAN_BLITZES).isPresent());
    model.addAttribute("own", decision.everywhere() ? null : decision.organization());
    model.addAttribute("today", WallClock.dayOf(clock.instant()));
    model.addAttribute("names", areas);
    return "blitz/list";
  }

  @Audited(kind = "blitz", record = "{code}")
  @GetMapping("/blitz/{code}")
  String one(Decision decision, @PathVariable String code, Model model) {
    fill(model, decision, reads.byCode(decision, code).orElseThrow(BlitzRules::unknown));
    return "blitz/blitz";
  }

  /** One block for a phone: what the blitz asks there now. */
  @Audited(kind = "blitz", record = "{code}")
  @GetMapping("/blitz/{code}/blocks/{number:[0-9]+}")
  String block(
      Decision decision, @PathVariable String code, @PathVariable int number, Model model) {
    Blitz blitz = reads.byCode(decision, code).orElseThrow(BlitzRules::unknown);
    block(model, decision, blitz, number);
    return "blitz/block";
  }

  @Audited(kind = "blitz", record = "{code}/report")
  @GetMapping("/blitz/{code}/report")
  String report(Decision decision, @PathVariable String code, Model model) {
    Blitz blitz = reads.byCode(decision, code).orElseThrow(BlitzRules::unknown);
    BlitzReport report = reports.read(blitz.id()).orElseThrow(BlitzRules::unknown);
    model.addAttribute("blitz", blitz);
    model.addAttribute("report", report);
    model.addAttribute("asOf", report.asOf().atZone(ReviewWeek.CHICAGO));
    model.addAttribute("organizations", organizationNames());
    model.addAttribute("names", areas);
    return "blitz/report";
  }

  @Audited(value = Deed.EXPORT, kind = "blitz", record = "{code}/report")
  @GetMapping("/blitz/{code}/report.csv")
  ResponseEntity<String> file(Decision decision, @PathVariable String code) {
    Blitz blitz = reads.byCode(decision, code).orElseThrow(BlitzRules::unknown);
    return ReportFile.of(reports.read(blitz.id()).orElseThrow(BlitzRules::unknown));
  }

  @PostMapping("/blitz/{code}/{move}")
  String move(
      Decision decision,
      @PathVariable String code,
      @PathVariable String move,
      BlitzForm form,
      @RequestParam Map<String, String> all,
      RedirectAttributes after,
      HttpServletResponse response,
      Model model) {
    BlitzMoveKind kind = kind(move);
    BlitzMoved moved = desk.move(decision, form.key(), code, form.seen(), form.move(kind, all));
    return switch (moved) {
      case BlitzMoved.Done done -> {
        after.addFlashAttribute("done", kind.name());
        yield "redirect:" + afterwards(kind, done.now(), form);
      }
      case BlitzMoved.Already already -> "redirect:" + afterwards(kind, already.now(), form);
      case BlitzMoved.Stale stale -> {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("stale", stale);
        if (ON_A_BLOCK.contains(kind)) {
          block(model, decision, stale.present(), form.block() == null ? 0 : form.block());
          yield "blitz/block";
        }
        fill(model, decision, stale.present());
        yield "blitz/blitz";
      }
    };
  }

  /** Who walks goes on with the next block, and comes back to the blitz after the last one. */
  private static String afterwards(BlitzMoveKind kind, Blitz blitz, BlitzForm form) {
    int next = form.block() == null ? 0 : form.block() + 1;
    return ON_A_BLOCK.contains(kind) && blitz.block(next).isPresent()
        ? "/blitz/" + blitz.code() + "/blocks/" + next
        : "/blitz/" + blitz.code();
  }

  private void fill(Model model, Decision decision, Blitz blitz) {
    Mover mover = desk.mover(decision);
    List<Walked> walked = walks.walked(blitz.id());
    List<Finding> findings = walks.findings(blitz.id());
    List<Work> work = walks.work(blitz.id());
    Facts facts = Facts.of(WallClock.dayOf(clock.instant()), blitz, walked, findings, work);
    model.addAttribute("blitz", blitz);
    model.addAttribute("own", decision.organization());
    model.addAttribute("ownPart", blitz.part(decision.organization()).orElse(null));
    model.addAttribute("plans", mover.plans());
    model.addAttribute("open", open(blitz, mover, facts));
    model.addAttribute("facts", facts);
    model.addAttribute("first", blocks(walked, Walked.Look.FIRST));
    model.addAttribute("second", blocks(walked, Walked.Look.SECOND));
    model.addAttribute("findings", findings);
    model.addAttribute("work", work);
    model.addAttribute(
        "standing",
        services.standing(
            findings.stream()
                .flatMap(one -> Stream.of(one.task(), one.again()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet())));
    model.addAttribute("steps", history.steps(blitz.id()));
    model.addAttribute("key", UUID.randomUUID());
    model.addAttribute("noCodes", NoCode.values());
    model.addAttribute("outCodes", LetOutCode.values());
    model.addAttribute("offCodes", CallOffCode.values());
    model.addAttribute("organizations", organizationNames());
    model.addAttribute("today", facts.today());
    model.addAttribute("names", areas);
  }

  private void block(Model model, Decision decision, Blitz blitz, int number) {
    String name = blitz.block(number).orElseThrow(BlitzRules::unknown);
    Mover mover = desk.mover(decision);
    List<Walked> walked = walks.walked(blitz.id());
    List<Finding> findings = walks.findings(blitz.id());
    List<Work> work = walks.work(blitz.id());
    Facts facts = Facts.of(WallClock.dayOf(clock.instant()), blitz, walked, findings, work);
    List<Finding> here = findings.stream().filter(one -> one.block().equals(name)).toList();
    List<String> open = open(blitz, mover, facts);
    model.addAttribute("blitz", blitz);
    model.addAttribute("number", number);
    model.addAttribute("block", name);
    model.addAttribute("here", here);
    model.addAttribute("found", here.stream().collect(Collectors.toMap(Finding::type, one -> one)));
    model.addAttribute(
        "did",
        work.stream()
            .filter(one -> one.block().equals(name))
            .filter(one -> one.department().equals(mover.organization()))
            .collect(Collectors.toMap(Work::type, Work::number)));
    model.addAttribute("open", open);
    model.addAttribute(
        "version",
        BlitzMoves.version(
            blitz, number, open.contains("look") ? Walked.Look.SECOND : Walked.Look.FIRST, walked));
    model.addAttribute("key", UUID.randomUUID());
    model.addAttribute("verdicts", Verdict.values());
    model.addAttribute("names", areas);
  }

  private static List<String> open(Blitz blitz, Mover mover, Facts facts) {
    List<String> open = new ArrayList<>();
    for (BlitzMoveKind kind : BlitzMoveKind.values()) {
      if (BlitzRules.refusal(kind, blitz, mover, facts).isEmpty()) {
        open.add(kind.word());
      }
    }
    return open;
  }

  private static Set<String> blocks(List<Walked> walked, Walked.Look look) {
    return walked.stream()
        .filter(one -> one.look() == look)
        .map(Walked::block)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private Map<String, String> organizationNames() {
    Map<String, String> names = new TreeMap<>();
    for (Organization organization : organizations.all()) {
      names.put(organization.code(), organization.name());
    }
    return names;
  }

  private static BlitzMoveKind kind(String word) {
    for (BlitzMoveKind kind : BlitzMoveKind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw BlitzRules.unknown();
  }
}

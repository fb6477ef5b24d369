package org.cscc.crisis;

import java.time.Clock;
import java.time.LocalDate;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.directory.Organization;
import org.cscc.directory.Organizations;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.Audited;
import org.cscc.kernel.ReviewWeek;
import org.cscc.kernel.WallClock;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How fast activations were answered, on a page and as a file. */
@Controller
@Requires(Capability.READ_CRISES)
class CrisisMeasurePage {
  private static final int DAYS = 90;
  private static final int MOST_DAYS = 731;

  private final CrisisMeasures measures;
  private final Organizations organizations;
  private final Clocks clocks;
  private final Clock clock;

  CrisisMeasurePage(
      CrisisMeasures measures, Organizations organizations, Clocks clocks, Clock clock) {
    this.measures = measures;
    this.organizations = organizations;
    this.clocks = clocks;
    this.clock = clock;
  }

  @Audited(kind = "activations", record = "measures")
  @GetMapping("/crisis/measures")
  String page(
      Decision decision,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate to,
      Model model) {
    CrisisMeasures.Sheet sheet = sheet(decision, from, to);
    model.addAttribute("sheet", sheet);
    model.addAttribute("asOf", sheet.asOf().atZone(ReviewWeek.CHICAGO));
    model.addAttribute("smallest", CrisisMeasures.SMALLEST);
    model.addAttribute("contactHours", clocks.contact().toHours());
    model.addAttribute("steps", CrisisMeasures.Step.values());
    String own = sheet.own();
    model.addAttribute("own", own == null ? null : name(own));
    return "crisis/measures";
  }

  @Audited(value = Deed.EXPORT, kind = "activations", record = "measures")
  @GetMapping("/crisis/measures.csv")
  ResponseEntity<String> file(
      Decision decision,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate to) {
    return CrisisMeasureFile.of(sheet(decision, from, to));
  }

  private String name(String organization) {
    return organizations.all().stream()
        .filter(one -> one.code().equals(organization))
        .map(Organization::name)
        .findFirst()
        .orElse(organization);
  }

  private CrisisMeasures.Sheet sheet(
      Decision decision, @Nullable LocalDate from, @Nullable LocalDate to) {
    LocalDate last = to == null ? WallClock.dayOf(clock.instant()) : to;
    LocalDate asked = from == null ? last.minusDays(DAYS) : from;
    // The longest span is told on the page: the days that are shown stand in its first sentence.
    LocalDate oldest = last.minusDays(MOST_DAYS);
    LocalDate first = asked.isAfter(last) || asked.isBefore(oldest) ? last.minusDays(DAYS) : asked;
    return measures.sheet(decision, first, last);
  }
}

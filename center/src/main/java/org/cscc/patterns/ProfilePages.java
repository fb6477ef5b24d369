package org.cscc.patterns;

import java.time.LocalDate;
import java.util.Locale;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.Audited;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The profile of an area and of a team, for a review week; the last one by default. */
@Controller
@Requires(Capability.READ_PATTERNS)
class ProfilePages {
  private final Grounds grounds;
  private final ReviewWeeks weeks;
  private final ProfileViews views;

  ProfilePages(Grounds grounds, ReviewWeeks weeks, ProfileViews views) {
    this.grounds = grounds;
    this.weeks = weeks;
    this.views = views;
  }

  @GetMapping("/patterns/areas/{number}")
  String area(
      Decision decision,
      @PathVariable int number,
      @RequestParam(required = false) @Nullable LocalDate week,
      Locale language,
      Model model) {
    return page(grounds.area(decision, number), week, language, model);
  }

  @GetMapping("/patterns/teams/{code}")
  String team(
      Decision decision,
      @PathVariable String code,
      @RequestParam(required = false) @Nullable LocalDate week,
      Locale language,
      Model model) {
    return page(grounds.team(decision, code), week, language, model);
  }

  private String page(Extent extent, @Nullable LocalDate week, Locale language, Model model) {
    model.addAttribute("view", views.of(extent, weeks.holding(week), language));
    model.addAttribute("names", grounds.names());
    return "patterns/profile";
  }

  @Audited(value = Deed.EXPORT, kind = "profile", record = "areas/{number}/{table}")
  @GetMapping("/patterns/areas/{number}/{table}.csv")
  ResponseEntity<String> areaTable(
      Decision decision,
      @PathVariable int number,
      @PathVariable String table,
      @RequestParam(required = false) @Nullable LocalDate week,
      Locale language) {
    return table(grounds.area(decision, number), table, week, language);
  }

  @Audited(value = Deed.EXPORT, kind = "profile", record = "teams/{code}/{table}")
  @GetMapping("/patterns/teams/{code}/{table}.csv")
  ResponseEntity<String> teamTable(
      Decision decision,
      @PathVariable String code,
      @PathVariable String table,
      @RequestParam(required = false) @Nullable LocalDate week,
      Locale language) {
    return table(grounds.team(decision, code), table, week, language);
  }

  private ResponseEntity<String> table(
      Extent extent, String table, @Nullable LocalDate week, Locale language) {
    ReviewWeek shown = weeks.holding(week);
    TableFile file =
        ProfileTables.named(table, views.of(extent, shown, language))
            .orElseThrow(() -> Grounds.unknown("patterns.refused.table", table));
    return file.download(extent.key() + "-" + table + "-" + shown.firstDay());
  }
}

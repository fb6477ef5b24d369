package org.cscc.recommendations;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Requires;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.kernel.Audited;
import org.cscc.kernel.ReviewWeek;
import org.cscc.places.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What changed in a week, for the director on Thursday at five. */
@Controller
@Requires(Capability.ISSUE_RECOMMENDATIONS)
class WeekPages {
  private final WeekDesk desk;
  private final WeekReading reading;
  private final WeeklyLook look;
  private final Teams teams;
  private final Areas areas;
  private final Access access;
  private final Clock clock;

  WeekPages(
      WeekDesk desk,
      WeekReading reading,
      WeeklyLook look,
      Teams teams,
      Areas areas,
      Access access,
      Clock clock) {
    this.desk = desk;
    this.reading = reading;
    this.look = look;
    this.teams = teams;
    this.areas = areas;
    this.access = access;
    this.clock = clock;
  }

  /**
   * The sheet of a week: as it was kept, or as known now.
   *
   * @param week a day of it; without one, the newest week whose hour has come
   */
  @Audited(kind = "recommendations", record = "week")
  @GetMapping("/recommendations/week")
  String week(
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate week,
      Model model) {
    Instant now = clock.instant();
    ReviewWeek newest = look.newest(now);
    ReviewWeek wanted = week == null ? newest : look.holding(week);
    if (wanted.firstDay().isAfter(newest.next().firstDay())) {
      wanted = newest.next();
    }
    Optional<WeekSheet> kept = desk.kept(wanted);
    ReviewWeek shown = wanted;
    model.addAttribute("kept", kept.isPresent());
    model.addAttribute("sheet", kept.orElseGet(() -> reading.of(shown, look, access::require)));
    model.addAttribute("running", shown.firstDay().isAfter(newest.firstDay()));
    model.addAttribute("week", shown);
    model.addAttribute(
        "later", shown.firstDay().isAfter(newest.firstDay()) ? null : shown.next().firstDay());
    model.addAttribute("hour", look.of(shown).atZone(ReviewWeek.CHICAGO));
    model.addAttribute(
        "teams", teams.all().stream().collect(Collectors.toMap(Team::code, Team::name)));
    model.addAttribute("names", areas);
    return "recommendations/week";
  }
}

package org.cscc.reviews;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.home.Asking;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.Audited;
import org.cscc.kernel.Refused;
import org.cscc.kernel.When;
import org.cscc.places.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The minutes of a review, on a page and on paper; each revision stays. */
@Controller
class MinutesPage {
  private final MeetingDesk desk;
  private final MeetingStore meetings;
  private final MinutesStore store;
  private final Packets packets;
  private final PacketPaper paper;
  private final Areas areas;
  private final MessageSource messages;
  private final Clock clock;

  MinutesPage(
      MeetingDesk desk,
      MeetingStore meetings,
      MinutesStore store,
      Packets packets,
      PacketPaper paper,
      Areas areas,
      MessageSource messages,
      Clock clock) {
    this.desk = desk;
    this.meetings = meetings;
    this.store = store;
    this.packets = packets;
    this.paper = paper;
    this.areas = areas;
    this.messages = messages;
    this.clock = clock;
  }

  @Requires(Capability.READ_MEETINGS)
  @Audited(kind = "minutes", record = "{week}/{team}")
  @GetMapping("/reviews/{week}/{team:[a-z][a-z0-9-]+}/minutes")
  String newest(
      Decision decision,
      @PathVariable("week") LocalDate firstDay,
      @PathVariable String team,
      Locale locale,
      Model model) {
    return page(decision, firstDay, team, null, locale, model);
  }

  @Requires(Capability.READ_MEETINGS)
  @Audited(kind = "minutes", record = "{week}/{team}/r{number}")
  @GetMapping("/reviews/{week}/{team:[a-z][a-z0-9-]+}/minutes/{number:[0-9]+}")
  String revision(
      Decision decision,
      @PathVariable("week") LocalDate firstDay,
      @PathVariable String team,
      @PathVariable int number,
      Locale locale,
      Model model) {
    return page(decision, firstDay, team, number, locale, model);
  }

  @Requires(Capability.READ_MEETINGS)
  @Audited(value = Deed.PRINT, kind = "minutes", record = "{week}/{team}/r{number}")
  @GetMapping("/reviews/{week}/{team:[a-z][a-z0-9-]+}/minutes/{number:[0-9]+}.pdf")
  ResponseEntity<byte[]> print(
      Decision decision,
      @PathVariable("week") LocalDate firstDay,
      @PathVariable String team,
      @PathVariable int number,
      Locale locale) {
    Meeting meeting = meeting(decision, firstDay, team);
    Minutes minutes = wanted(all(meeting), number);
    byte[] file =
        paper.print(
            "reviews/minutes-paper",
            Map.of("meeting", meeting, "minutes", minutes, "names", areas),
            locale);
    String name = team + "-" + firstDay + "-minutes-r" + minutes.revision() + ".pdf";
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(name).build().toString())
        .body(file);
  }

  private String page(
      Decision decision,
      LocalDate firstDay,
      String team,
      @Nullable Integer number,
      Locale locale,
      Model model) {
    Meeting meeting = meeting(decision, firstDay, team);
    List<Minutes> all = all(meeting);
    Minutes minutes = wanted(all, number);
    model.addAttribute("meeting", meeting);
    model.addAttribute("minutes", minutes);
    model.addAttribute("all", all);
    model.addAttribute(
        "changes",
        all.stream()
            .filter(one -> one.revision() == minutes.revision() - 1)
            .findFirst()
            .map(
                before ->
                    MinutesChange.between(
                        before.content(),
                        minutes.content(),
                        new MinutesLines(messages, new When(messages, clock, locale), locale)))
            .orElse(List.of()));
    model.addAttribute(
        "reopened",
        steps(meeting).stream()
            .filter(step -> step.move().equals(MeetingMoveKind.REOPEN.name()))
            .filter(step -> step.at().isBefore(minutes.closedAt()))
            .reduce((first, second) -> second)
            .orElse(null));
    model.addAttribute("names", areas);
    return "reviews/minutes";
  }

  private Meeting meeting(Decision decision, LocalDate firstDay, String team) {
    packets.team(decision, team);
    return desk.meeting(decision, team, packets.week(firstDay));
  }

  /**
   * A team that met at another one's review was at the table: the minutes of that review are its
   * minutes, under its own address, for whoever reads its meetings.
   */
  private List<Minutes> all(Meeting meeting) {
    return meeting.mergedInto() == null
        ? store.of(meeting.id())
        : Asking.asTheCenter(() -> store.of(meeting.heldAt()));
  }

  private List<MeetingStep> steps(Meeting meeting) {
    return meeting.mergedInto() == null
        ? meetings.steps(meeting.id())
        : Asking.asTheCenter(() -> meetings.steps(meeting.heldAt()));
  }

  private static Minutes wanted(List<Minutes> all, @Nullable Integer number) {
    return all.stream()
        .filter(one -> number == null || one.revision() == number)
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(Refused.Kind.NOT_FOUND, "R-REVIEWS-02", "reviews.refused.no-minutes"));
  }
}

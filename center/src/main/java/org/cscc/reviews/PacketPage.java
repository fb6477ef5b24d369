package org.cscc.reviews;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.directory.Team;
import org.cscc.kernel.Audited;
import org.cscc.kernel.Refused;
import org.cscc.kernel.ReviewWeek;
import org.cscc.reviews.PublishOutcome.Published;
import org.cscc.reviews.PublishOutcome.Stale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One packet: reading it, preparing it again, publishing it, seeing what changed. */
@Controller
@RequestMapping("/reviews/{week}/{team:[a-z][a-z0-9-]+}")
class PacketPage {
  private final Packets packets;
  private final PacketDesk desk;
  private final PacketPicture picture;
  private final PacketWriter writer;
  private final Access access;

  PacketPage(
      Packets packets, PacketDesk desk, PacketPicture picture, PacketWriter writer, Access access) {
    this.packets = packets;
    this.desk = desk;
    this.picture = picture;
    this.writer = writer;
    this.access = access;
  }

  @Requires(Capability.READ_PACKET)
  @Audited(kind = "packet", record = "{week}/{team}")
  @GetMapping
  String newest(
      Decision decision,
      @PathVariable LocalDate week,
      @PathVariable String team,
      @RequestParam(defaultValue = "0") int prepared,
      Locale locale,
      Model model) {
    return show(decision, week, team, Optional.empty(), prepared, locale, model);
  }

  @Requires(Capability.READ_PACKET)
  @Audited(kind = "packet", record = "{week}/{team}/r{number}")
  @GetMapping("/revisions/{number:[0-9]+}")
  String revision(
      Decision decision,
      @PathVariable LocalDate week,
      @PathVariable String team,
      @PathVariable int number,
      Locale locale,
      Model model) {
    return show(decision, week, team, Optional.of(number), 0, locale, model);
  }

  private String show(
      Decision decision,
      LocalDate firstDay,
      String code,
      Optional<Integer> revision,
      int prepared,
      Locale locale,
      Model model) {
    ReviewWeek week = packets.week(firstDay);
    Team team = packets.team(decision, code);
    OpenPacket open =
        packets.open(decision, team, week, revision).orElseThrow(PacketPage::noPacket);
    put(model, decision, team, week, open, prepared, locale);
    return "reviews/packet";
  }

  /** A draft as somebody read it, also after a newer one replaced it. */
  @Requires(Capability.READ_PACKET)
  @Audited(kind = "packet", record = "{week}/{team}")
  @GetMapping("/read/{hash:[0-9a-f]+}")
  String read(
      Decision decision,
      @PathVariable LocalDate week,
      @PathVariable("team") String code,
      @PathVariable String hash,
      Locale locale,
      Model model) {
    Team team = packets.team(decision, code);
    OpenPacket open =
        packets.asRead(decision, team, packets.week(week), hash).orElseThrow(PacketPage::noPacket);
    put(model, decision, team, packets.week(week), open, 0, locale);
    return "reviews/packet";
  }

  private void put(
      Model model,
      Decision decision,
      Team team,
      ReviewWeek week,
      OpenPacket open,
      int prepared,
      Locale locale) {
    boolean mayPrepare =
        access.decide(Capability.PREPARE_PACKET).filter(d -> d.reaches(team.code())).isPresent();
    List<PacketStep> steps = packets.steps(decision, team, week);
    model.addAttribute("packet", PacketView.of(open, picture.of(open.content(), locale)));
    boolean mayDefer =
        access.decide(Capability.DEFER_INCIDENT).filter(d -> d.reaches(team.code())).isPresent();
    model.addAttribute("mayDefer", mayDefer);
    model.addAttribute("desk", PacketDeskView.of(open, mayPrepare, steps, prepared));
  }

  /** What changed from the revision before. */
  @Requires(Capability.READ_PACKET)
  @Audited(kind = "packet", record = "{week}/{team}/r{number}")
  @GetMapping("/revisions/{number:[0-9]+}/changes")
  String changes(
      Decision decision,
      @PathVariable("week") LocalDate firstDay,
      @PathVariable("team") String code,
      @PathVariable int number,
      Model model) {
    ReviewWeek week = packets.week(firstDay);
    Team team = packets.team(decision, code);
    OpenPacket after =
        packets.open(decision, team, week, Optional.of(number)).orElseThrow(PacketPage::noPacket);
    OpenPacket before =
        packets
            .open(decision, team, week, Optional.of(number - 1))
            .orElseThrow(PacketPage::noPacket);
    model.addAttribute("team", team);
    model.addAttribute("week", week);
    model.addAttribute("before", before.row());
    model.addAttribute("after", after.row());
    model.addAttribute(
        "changes",
        Differences.between(
            before.content().facts().snapshot(),
            after.content().facts().snapshot(),
            writer.fates()));
    return "reviews/changes";
  }

  @Requires(Capability.PREPARE_PACKET)
  @PostMapping("/prepare")
  String prepare(Decision decision, @PathVariable LocalDate week, @PathVariable String team) {
    Team known = packets.team(decision, team);
    int drafts =
        desk.prepare(decision, packets.week(week), List.of(known.code()), PacketStep.Reason.ASKED)
            .size();
    return "redirect:/reviews/" + week + "/" + known.code() + "?prepared=" + drafts;
  }

  @Requires(Capability.PREPARE_PACKET)
  @PostMapping("/publish")
  ModelAndView publish(
      Decision decision,
      @PathVariable LocalDate week,
      @PathVariable String team,
      @RequestParam String shown) {
    Team known = packets.team(decision, team);
    return switch (desk.publish(decision, packets.week(week), known, shown)) {
      case Published published ->
          new ModelAndView("redirect:/reviews/" + week + "/" + known.code() + "?published");
      case Stale stale -> {
        ModelAndView page = new ModelAndView("reviews/stale", HttpStatus.CONFLICT);
        page.addObject("stale", stale);
        yield page;
      }
    };
  }

  static Refused noPacket() {
    return new Refused(Refused.Kind.NOT_FOUND, "R-REVIEWS-02", "reviews.refused.no-packet");
  }
}

package org.cscc.reviews;

import java.time.LocalDate;
import java.util.UUID;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.directory.Team;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.Audited;
import org.cscc.kernel.ReviewWeek;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The facilitator's buttons beside an incident of a packet. */
@Controller
@RequestMapping("/reviews/{week}/{team:[a-z][a-z0-9-]+}")
@Requires(Capability.DEFER_INCIDENT)
class DeferralPage {
  private final Packets packets;
  private final Deferrals deferrals;

  DeferralPage(Packets packets, Deferrals deferrals) {
    this.packets = packets;
    this.deferrals = deferrals;
  }

  @Audited(value = Deed.CHANGE, kind = "packet", record = "{week}/{team}")
  @PostMapping("/defer")
  String defer(
      Decision decision,
      @PathVariable("week") LocalDate firstDay,
      @PathVariable("team") String code,
      @RequestParam UUID incident,
      @RequestParam LocalDate until,
      @RequestParam Deferral.Reason reason) {
    Team team = packets.team(decision, code);
    ReviewWeek week = packets.week(firstDay);
    OpenPacket open = packets.openTo(team, week).orElseThrow(PacketPage::noPacket);
    deferrals.defer(decision, team, open, incident, until, reason);
    return back(week, team, incident);
  }

  @Audited(value = Deed.CHANGE, kind = "packet", record = "{week}/{team}")
  @PostMapping("/take-back")
  String takeBack(
      Decision decision,
      @PathVariable("week") LocalDate firstDay,
      @PathVariable("team") String code,
      @RequestParam UUID incident) {
    Team team = packets.team(decision, code);
    ReviewWeek week = packets.week(firstDay);
    deferrals.takeBack(decision, team, week, incident);
    return back(week, team, incident);
  }

  private static String back(ReviewWeek week, Team team, UUID incident) {
    return "redirect:/reviews/" + week.firstDay() + "/" + team.code() + "#incident-" + incident;
  }
}

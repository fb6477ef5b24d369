package org.cscc.reviews;

import java.time.LocalDate;
import java.util.List;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.directory.Team;
import org.cscc.directory.Teams;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The packets of the weeks: what is mine, what is a draft, what is published. */
@Controller
class PacketListPage {
  private final Packets packets;
  private final PacketDesk desk;
  private final Teams teams;
  private final Access access;

  PacketListPage(Packets packets, PacketDesk desk, Teams teams, Access access) {
    this.packets = packets;
    this.desk = desk;
    this.teams = teams;
    this.access = access;
  }

  @Requires(Capability.READ_PACKET)
  @GetMapping("/reviews")
  String list(
      Decision decision,
      @RequestParam @Nullable LocalDate to,
      @RequestParam(defaultValue = "0") int prepared,
      Model model) {
    ReviewWeek current = packets.currentWeek();
    LocalDate last = last(to, current);
    List<Team> reached = teams.reachedBy(decision);
    List<PacketRow> rows = packets.between(decision, last.minusWeeks(PacketList.WEEKS - 1L), last);
    List<PacketRow> now =
        rows.stream().filter(row -> row.week().equals(current.firstDay())).toList();
    model.addAttribute(
        "list",
        new PacketList(
            !rows.isEmpty() || packets.any(),
            current,
            PacketList.weeks(last, reached, rows),
            PacketView.chicago(packets.nextCut()),
            access.decide(Capability.PREPARE_PACKET).isPresent(),
            now.stream().filter(row -> row.state() == PacketState.DRAFT).count(),
            now.stream().filter(row -> row.state() == PacketState.PUBLISHED).count(),
            prepared,
            last.minusWeeks(PacketList.WEEKS),
            last.isBefore(current.firstDay()) ? last.plusWeeks(PacketList.WEEKS) : null));
    return "reviews/index";
  }

  @Requires(Capability.PREPARE_PACKET)
  @PostMapping("/reviews/{week}/prepare")
  String prepare(Decision decision, @PathVariable LocalDate week) {
    int drafts = desk.prepare(decision, packets.week(week)).size();
    return "redirect:/reviews?prepared=" + drafts;
  }

  private LocalDate last(@Nullable LocalDate to, ReviewWeek current) {
    if (to == null || to.isAfter(current.firstDay())) {
      return current.firstDay();
    }
    return packets.holding(to).firstDay();
  }
}

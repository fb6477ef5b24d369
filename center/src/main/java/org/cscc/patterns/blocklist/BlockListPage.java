package org.cscc.patterns.blocklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.access.SignedIn;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.Audited;
import org.cscc.kernel.FreeText;
import org.cscc.patterns.Extent;
import org.cscc.patterns.Grounds;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of priority blocks, what is named for the next one, and every list there was. */
@Controller
class BlockListPage {
  private static final String PAGE = "redirect:/patterns/blocklist";

  private final BlockLists lists;
  private final Grounds grounds;
  private final Access access;
  private final FreeText freeText;

  BlockListPage(BlockLists lists, Grounds grounds, Access access, FreeText freeText) {
    this.lists = lists;
    this.grounds = grounds;
    this.access = access;
    this.freeText = freeText;
  }

  /**
   * What the page shows.
   *
   * @param versions every list there was, the newest first, each with the blocks within reach
   * @param nominations named blocks within reach
   * @param choices areas that the reader may name a block in
   * @param newest version of the newest list, 0 for none
   * @param next quarter that the next list is for
   */
  record View(
      List<BlockList> versions,
      List<Nomination> nominations,
      Map<Integer, String> choices,
      Map<Integer, String> names,
      int newest,
      String next,
      boolean mayNominate,
      boolean mayApprove) {
    /** The reasons a nomination may give. */
    public List<String> reasons() {
      return Nomination.REASONS;
    }
  }

  @Requires(Capability.READ_PATTERNS)
  @GetMapping("/patterns/blocklist")
  String page(Decision decision, Model model) {
    Extent reach = grounds.reach(decision);
    Map<Integer, String> choices = grounds.choices(reach);
    List<BlockList> versions = lists.versions();
    LocalDate next = BlockList.nextQuarter(lists.today());
    model.addAttribute("mayPlanBlitz", access.decide(Capability.PLAN_BLITZES).isPresent());
    model.addAttribute(
        "view",
        new View(
            versions.stream().map(list -> within(list, choices.keySet())).toList(),
            lists.nominations().stream().filter(n -> choices.containsKey(n.area())).toList(),
            choices,
            grounds.names(),
            versions.isEmpty() ? 0 : versions.getFirst().version(),
            BlockList.quarterOf(next),
            access.decide(Capability.NOMINATE_BLOCKS).isPresent(),
            access.decide(Capability.APPROVE_BLOCKS).isPresent()));
    return "patterns/blocklist";
  }

  @Requires(Capability.NOMINATE_BLOCKS)
  @Audited(value = Deed.CREATE, kind = "nomination")
  @PostMapping("/patterns/blocklist/nominations")
  String nominate(
      Decision decision,
      @RequestParam String block,
      @RequestParam int area,
      @RequestParam Nomination.Source source,
      @RequestParam String reason,
      RedirectAttributes after) {
    freeText.fit("reason", reason);
    lists.nominate(decision, role(), block, area, source, reason);
    after.addFlashAttribute("done", "patterns.blocklist.nominated");
    return PAGE;
  }

  @Requires(Capability.APPROVE_BLOCKS)
  @Audited(value = Deed.CHANGE, kind = "block-list", record = "newest")
  @PostMapping("/patterns/blocklist/versions")
  String approve(
      Decision decision,
      @RequestParam(defaultValue = "") Set<UUID> chosen,
      @RequestParam int newest,
      RedirectAttributes after) {
    lists.approve(decision, chosen, newest);
    after.addFlashAttribute("done", "patterns.blocklist.approved");
    return PAGE;
  }

  @Requires(Capability.NOMINATE_BLOCKS)
  @PostMapping("/patterns/blocklist/serviced")
  String serviced(
      Decision decision,
      @RequestParam int version,
      @RequestParam String block,
      @RequestParam int area,
      RedirectAttributes after) {
    lists.serviced(decision, role(), version, block, area);
    after.addFlashAttribute("done", "patterns.blocklist.noted");
    return PAGE;
  }

  private static BlockList within(BlockList list, Set<Integer> areas) {
    return new BlockList(
        list.version(),
        list.quarter(),
        list.effectiveFrom(),
        list.approvedBy(),
        list.blocks().stream().filter(block -> areas.contains(block.area())).toList());
  }

  private String role() {
    return access.signedIn().map(SignedIn::role).map(Enum::name).orElse("SYSTEM");
  }
}

package org.cscc.actions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.kernel.Audited;
import org.cscc.places.Areas;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Today on your blocks: what is claimed done and can be looked at, block by block, for a phone on a
 * bad line. Each form is small, complete by itself, and has a key, so that sending it again is
 * harmless.
 */
@Controller
class TodayPage {
  private static final int MOST = 40;
  private static final int LAST = 1000;
  private final Actions actions;
  private final ItemReads reads;
  private final Overview overview;
  private final Areas areas;

  TodayPage(Actions actions, ItemReads reads, Overview overview, Areas areas) {
    this.actions = actions;
    this.reads = reads;
    this.overview = overview;
    this.areas = areas;
  }

  @Requires(Capability.VERIFY_ACTIONS)
  @Audited(kind = "actions", record = "today")
  @GetMapping("/actions/today")
  String today(Decision decision, @RequestParam(defaultValue = "1") int page, Model model) {
    int shown = Math.clamp(page, 1, LAST);
    Counts counts = overview.counts(decision, actions.role());
    List<ActionItem> check =
        reads.some(decision, actions.role(), Which.of(Which.View.CHECK), MOST, (shown - 1) * MOST);
    Map<String, UUID> keys = new HashMap<>();
    check.forEach(item -> keys.put(item.code(), UUID.randomUUID()));
    model.addAttribute("check", check);
    model.addAttribute("counts", counts);
    model.addAttribute("page", shown);
    model.addAttribute("goesOn", counts.check() > shown * MOST);
    model.addAttribute(
        "late", reads.all(decision, actions.role(), Which.of(Which.View.LATE), MOST));
    model.addAttribute("keys", keys);
    model.addAttribute("names", areas);
    return "actions/today";
  }
}

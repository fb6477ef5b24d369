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

/**
 * Today on your blocks: what is claimed done and can be looked at, block by block, for a phone on a
 * bad line. Each form is small, complete by itself, and has a key, so that sending it again is
 * harmless.
 */
@Controller
class TodayPage {
  private static final int MOST = 40;
  private final Actions actions;
  private final ItemReads reads;
  private final Areas areas;

  TodayPage(Actions actions, ItemReads reads, Areas areas) {
    this.actions = actions;
    this.reads = reads;
    this.areas = areas;
  }

  @Requires(Capability.VERIFY_ACTIONS)
  @Audited(kind = "actions", record = "today")
  @GetMapping("/actions/today")
  String today(Decision decision, Model model) {
    List<ActionItem> check = reads.all(decision, actions.role(), Which.of(Which.View.CHECK), MOST);
    Map<String, UUID> keys = new HashMap<>();
    check.forEach(item -> keys.put(item.code(), UUID.randomUUID()));
    model.addAttribute("check", check);
    model.addAttribute(
        "late", reads.all(decision, actions.role(), Which.of(Which.View.LATE), MOST));
    model.addAttribute("keys", keys);
    model.addAttribute("names", areas);
    return "actions/today";
  }
}

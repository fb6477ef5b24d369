package org.cscc.demo;

import java.time.Duration;
import org.cscc.access.Capability;
import org.cscc.access.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page from which a demo's clock is moved. */
@Controller
@Requires(Capability.MOVE_DEMO_CLOCK)
class DemoPage {
  private final DemoClock clock;

  DemoPage(DemoClock clock) {
    this.clock = clock;
  }

  @GetMapping("/demo")
  String page(Model model) {
    model.addAttribute("movable", clock.movable());
    model.addAttribute("now", clock.now());
    return "demo/clock";
  }

  @PostMapping("/demo/forward")
  String forward(@RequestParam int hours, RedirectAttributes after) {
    clock.forward(Duration.ofHours(hours));
    after.addFlashAttribute("moved", true);
    return "redirect:/demo";
  }
}

package org.cscc.patterns;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Why a block is on the list: the arithmetic of its score. Never public. */
@Controller
@Requires(Capability.READ_PATTERNS)
class BlockPage {
  private final Histories histories;
  private final Grounds grounds;
  private final ReviewWeeks weeks;
  private final BlockScoreRule rule;

  BlockPage(Histories histories, Grounds grounds, ReviewWeeks weeks, BlockScoreRule rule) {
    this.rule = rule;
    this.histories = histories;
    this.grounds = grounds;
    this.weeks = weeks;
  }

  @GetMapping("/patterns/blocks/{slug}")
  String block(
      Decision decision,
      @PathVariable String slug,
      @RequestParam(required = false) @Nullable LocalDate week,
      Model model) {
    model.addAttribute("view", view(decision, slug, weeks.holding(week)));
    return "patterns/block";
  }

  private BlockView view(Decision decision, String slug, ReviewWeek week) {
    Histories.Kept now = histories.now();
    String block =
        now.history()
            .block(slug)
            .orElseThrow(() -> Grounds.unknown("patterns.refused.no-block", slug));
    int area = now.history().areaOfBlock().getOrDefault(block, Located.UNKNOWN);
    Extent extent = grounds.block(decision, block, area);
    Part alone = now.history().on(extent);
    LocalDate day = week.lastDay();
    int last = Math.toIntExact(day.toEpochDay());
    List<ScoredBlock> ranked = Blocks.ranked(now.history(), grounds.around(area), last, rule);
    Counting counting =
        new Counting(alone, last, harm -> now.history().recordsFrom(harm).orElse(day));
    return new BlockView(
        extent,
        area,
        grounds.name(area),
        week,
        ranked.stream().filter(b -> b.block().equals(block)).findFirst().orElse(null),
        ranked.size(),
        now.history().scored(last - rule.windowDays() + 1, last, rule).stream()
            .filter(happening -> happening.block().equals(block))
            .sorted(Comparator.comparingInt(Happening::day).reversed())
            .toList(),
        counting.numbers(),
        now.basis());
  }
}

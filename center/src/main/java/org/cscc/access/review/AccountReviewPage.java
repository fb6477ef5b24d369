package org.cscc.access.review;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.kernel.Audited;
import org.cscc.kernel.FreeText;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The accounts of the center, to look at each quarter. */
@Controller
@Requires(Capability.READ_ACCOUNTS)
class AccountReviewPage {
  private static final int LONGEST = 400;

  private final AccountReviews reviews;
  private final FreeText freeText;

  AccountReviewPage(AccountReviews reviews, FreeText freeText) {
    this.reviews = reviews;
    this.freeText = freeText;
  }

  @Audited(kind = "accounts", record = "review")
  @GetMapping("/access/review")
  String page(Decision decision, Model model) {
    List<ReviewedAccount> all = reviews.all(decision);
    Set<UUID> mine =
        all.stream()
            .filter(reviews::looksAt)
            .map(ReviewedAccount::id)
            .collect(Collectors.toUnmodifiableSet());
    var today = reviews.today();
    model.addAttribute("accounts", all);
    model.addAttribute("mine", mine);
    model.addAttribute("today", today);
    model.addAttribute("quarterEnds", Quarter.of(today).lastDay());
    model.addAttribute("late", all.stream().filter(one -> one.late(today)).count());
    model.addAttribute("open", all.stream().filter(one -> one.open(today)).count());
    model.addAttribute("unusedDays", ReviewedAccount.UNUSED_DAYS);
    return "access/review";
  }

  @PostMapping("/access/review/{id}")
  String decide(
      Decision decision,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "KEPT") AccountReviews.Verdict verdict,
      @RequestParam(defaultValue = "") String shown,
      @RequestParam(defaultValue = "") String reason) {
    String cut = reason.length() > LONGEST ? reason.substring(0, LONGEST) : reason;
    reviews.decide(decision, id, verdict, shown, freeText.fit("reason", cut));
    return "redirect:/access/review?" + (verdict == AccountReviews.Verdict.KEPT ? "kept" : "taken");
  }
}

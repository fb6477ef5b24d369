package org.cscc.referrals;

import java.nio.charset.StandardCharsets;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Audited;
import org.cscc.kernel.Csv;
import org.cscc.places.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Counts of referrals, for those who see how many and never which. */
@Controller
@Requires(Capability.COUNT_REFERRALS)
class CountPages {
  private final ReferralTallies tallies;
  private final Areas areas;

  CountPages(ReferralTallies tallies, Areas areas) {
    this.tallies = tallies;
    this.areas = areas;
  }

  @Audited(kind = "referrals", record = "counts")
  @GetMapping("/referrals/counts")
  String counts(Decision decision, Model model) {
    model.addAttribute("sheet", tallies.sheet(decision));
    model.addAttribute("names", areas);
    model.addAttribute("threshold", Tally.THRESHOLD);
    return "referrals/counts";
  }

  @Audited(value = Deed.EXPORT, kind = "referrals", record = "counts")
  @GetMapping("/referrals/counts.csv")
  ResponseEntity<String> file(Decision decision) {
    ReferralTallies.Sheet sheet = tallies.sheet(decision);
    StringBuilder file =
        new StringBuilder(Csv.line("whose", "by", "of", "state", "count", "hidden", "as_of"));
    int rows = 0;
    ReferralTallies.Part own = sheet.own();
    if (own != null) {
      rows += part(file, sheet, own);
    }
    rows += part(file, sheet, sheet.others());
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(AuditTrail.ROWS, rows, RequestAttributes.SCOPE_REQUEST);
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("referral-counts.csv").build().toString())
        .body(file.toString());
  }

  private static int part(
      StringBuilder file, ReferralTallies.Sheet sheet, ReferralTallies.Part part) {
    return table(file, sheet, part, "area", part.byArea())
        + table(file, sheet, part, "need", part.byNeed());
  }

  private static int table(
      StringBuilder file,
      ReferralTallies.Sheet sheet,
      ReferralTallies.Part part,
      String by,
      Tally tally) {
    int rows = 0;
    for (Tally.Row row : tally.rows()) {
      for (int column = 0; column < tally.columns().size(); column++) {
        @Nullable Integer count = row.cells().get(column);
        file.append(
            Csv.line(
                part.inside() ? "own_areas" : "other_areas",
                by,
                row.name().equals("*") ? "elsewhere" : row.name(),
                tally.columns().get(column),
                count,
                count == null ? "yes" : "no",
                sheet.asOf()));
        rows++;
      }
    }
    return rows;
  }
}

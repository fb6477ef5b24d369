package org.cscc.tabletops;

import java.nio.charset.StandardCharsets;
import org.cscc.actions.ItemStanding;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Csv;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** An after-action report as comma-separated values, a line for each thing that it says. */
final class AfterActionFile {
  private AfterActionFile() {}

  static ResponseEntity<String> of(AfterAction report) {
    StringBuilder file =
        new StringBuilder(
            Csv.line(
                "exercise",
                "section",
                "part",
                "text",
                "organization",
                "decision",
                "item",
                "item_organization",
                "due",
                "stands",
                "reason_code",
                "reason"));
    int rows = 0;
    for (String objective : report.exercise().objectiveLines()) {
      rows++;
      file.append(line(report, "objective", null, objective, null));
    }
    for (Finding finding : report.strengths()) {
      rows++;
      file.append(line(report, "strength", finding.part(), finding.said(), finding.organization()));
    }
    for (Finding finding : report.gaps()) {
      rows++;
      file.append(
          line(report, "improvement", finding.part(), finding.said(), finding.organization()));
    }
    for (AfterAction.Line planned : report.plan()) {
      rows++;
      file.append(plan(report, planned));
    }
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(AuditTrail.ROWS, rows, RequestAttributes.SCOPE_REQUEST);
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("tabletop-" + report.exercise().code() + ".csv")
                .build()
                .toString())
        .body(file.toString());
  }

  private static String line(
      AfterAction report,
      String section,
      @Nullable Part part,
      String text,
      @Nullable String organization) {
    return Csv.line(
        report.exercise().code(),
        section,
        part,
        text,
        organization,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static String plan(AfterAction report, AfterAction.Line planned) {
    Finding gap = planned.gap();
    ItemStanding item = planned.item();
    return Csv.line(
        report.exercise().code(),
        "plan",
        gap.part(),
        gap.said(),
        gap.organization(),
        gap.item() != null ? "item" : gap.noCode() != null ? "no" : "undecided",
        gap.item(),
        item == null ? null : item.organization(),
        item == null ? null : item.dueAt(),
        item == null ? null : item.state(),
        gap.noCode(),
        gap.noBecause());
  }
}

package org.cscc.incidents;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.kernel.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The files that were brought in, one of them with its rejects, and the form for the next one. */
@Controller
@Requires(Capability.IMPORT_FEEDS)
class ImportPages {
  private static final int SHOWN = 200;

  private final ImportReports reports;
  private final Uploads uploads;
  private final Sentences sentences;

  ImportPages(ImportReports reports, Uploads uploads, Sentences sentences) {
    this.reports = reports;
    this.uploads = uploads;
    this.sentences = sentences;
  }

  @GetMapping("/incidents/imports")
  String list(Decision decision, Model model) {
    model.addAttribute("imports", reports.newest(decision));
    return "incidents/imports";
  }

  @PostMapping("/incidents/imports")
  String upload(
      Decision decision,
      @RequestParam MultipartFile file,
      @RequestParam(defaultValue = "false") boolean dryRun) {
    if (file.isEmpty()) {
      throw new Refused(Refused.Kind.INVALID, "R-IMP-02", "incidents.rule.R-IMP-02");
    }
    return "redirect:/incidents/imports/" + uploads.take(file, decision.account(), dryRun);
  }

  @GetMapping("/incidents/imports/{id}")
  String one(Decision decision, @PathVariable UUID id, Model model, Locale locale) {
    ImportReport report = found(decision, id);
    model.addAttribute("one", report);
    if (report.rule() != null) {
      List<String> detail = report.ruleColumn() == null ? List.of() : List.of(report.ruleColumn());
      model.addAttribute("why", sentences.of(report.rule(), detail, locale));
    }
    model.addAttribute("shown", SHOWN);
    model.addAttribute(
        "rules",
        reports.rules(decision, id).stream()
            .map(
                count ->
                    new RuleLine(
                        count.rule(), count.count(), sentences.of(count.rule(), List.of(), locale)))
            .toList());
    model.addAttribute("rejects", reports.rejects(decision, id, SHOWN));
    return "incidents/import";
  }

  /** A rule with how often it held and what it says. */
  record RuleLine(String rule, long count, String sentence) {}

  @GetMapping("/incidents/imports/{id}/rejects.csv")
  void rejects(
      Decision decision, @PathVariable UUID id, HttpServletResponse response, Locale locale)
      throws IOException {
    found(decision, id);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"rejects-" + id + ".csv\"");
    PrintWriter out = response.getWriter();
    out.print("row,line,column,value,rule,what_to_do\r\n");
    reports.eachReject(
        decision,
        id,
        reject ->
            out.print(
                Csv.line(
                    reject.row(),
                    reject.line(),
                    reject.column(),
                    reject.shown() == null ? "(hidden)" : reject.shown(),
                    reject.rule(),
                    sentences.of(reject.rule(), List.of(), locale))));
    out.flush();
  }

  private ImportReport found(Decision decision, UUID id) {
    return reports
        .byId(decision, id)
        .orElseThrow(
            () -> new Refused(Refused.Kind.NOT_FOUND, "R-IMP-60", "incidents.refused.import"));
  }
}

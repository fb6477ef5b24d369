package org.cscc.incidents;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Audited;
import org.cscc.kernel.Csv;
import org.cscc.kernel.Refused;
import org.cscc.places.Areas;
import org.jspecify.annotations.Nullable;
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
  private static final int MOVED_SHOWN = 50;

  private final ImportReports reports;
  private final Uploads uploads;
  private final Sentences sentences;
  private final MovedByImport moved;
  private final Areas areas;

  ImportPages(
      ImportReports reports,
      Uploads uploads,
      Sentences sentences,
      MovedByImport moved,
      Areas areas) {
    this.reports = reports;
    this.uploads = uploads;
    this.sentences = sentences;
    this.moved = moved;
    this.areas = areas;
  }

  @GetMapping("/incidents/imports")
  String list(Decision decision, Model model) {
    model.addAttribute("imports", reports.newest(decision));
    return "incidents/imports";
  }

  @PostMapping("/incidents/imports")
  String upload(
      Decision decision,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "false") boolean dryRun) {
    if (file == null || file.isEmpty()) {
      throw new Refused(Refused.Kind.INVALID, "R-IMP-02", "incidents.rule.R-IMP-02");
    }
    return "redirect:/incidents/imports/" + uploads.take(file, decision.account(), dryRun);
  }

  @GetMapping("/incidents/imports/{id}")
  String one(
      Decision decision,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") long after,
      Model model,
      Locale locale) {
    ImportReport report = found(decision, id);
    model.addAttribute("one", report);
    if (report.rule() != null) {
      List<String> detail = report.ruleColumn() == null ? List.of() : List.of(report.ruleColumn());
      model.addAttribute("why", sentences.of(report.rule(), detail, locale));
    }
    model.addAttribute(
        "rules",
        reports.rules(decision, id).stream()
            .map(
                count ->
                    new RuleLine(
                        count.rule(), count.count(), sentences.of(count.rule(), List.of(), locale)))
            .toList());
    List<ImportReports.RejectedRow> rejects = reports.rejects(decision, id, after, SHOWN + 1);
    boolean more = rejects.size() > SHOWN;
    model.addAttribute("rejects", more ? rejects.subList(0, SHOWN) : rejects);
    model.addAttribute("next", more ? rejects.get(SHOWN - 1).row() : null);
    addMoved(decision, id, model);
    return "incidents/import";
  }

  private void addMoved(Decision decision, UUID id, Model model) {
    model.addAttribute("movedCount", moved.count(decision, id));
    model.addAttribute("moved", moved.first(decision, id, MOVED_SHOWN));
    model.addAttribute("names", areas);
  }

  /** A rule with how often it held and what it says. */
  record RuleLine(String rule, long count, String sentence) {}

  @Audited(value = Deed.EXPORT, kind = "rejects", record = "{id}")
  @GetMapping("/incidents/imports/{id}/rejects.csv")
  void rejects(
      Decision decision,
      @PathVariable UUID id,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale)
      throws IOException {
    request.setAttribute(AuditTrail.ROWS, found(decision, id).rejected());
    AuditTrail.noteNow(request.getAttribute(AuditTrail.NOW));
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

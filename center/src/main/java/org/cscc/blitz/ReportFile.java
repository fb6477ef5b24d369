package org.cscc.blitz;

import java.nio.charset.StandardCharsets;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Csv;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** A report as comma-separated values: a line for each service type on each block. */
final class ReportFile {
  private ReportFile() {}

  static ResponseEntity<String> of(BlitzReport report) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(AuditTrail.ROWS, report.lines().size(), RequestAttributes.SCOPE_REQUEST);
    }
    StringBuilder file =
        new StringBuilder(
            Csv.line(
                "blitz",
                "area",
                "first_day",
                "last_day",
                "as_of",
                "block",
                "type",
                "department",
                "promised",
                "found",
                "done",
                "left",
                "second_look"));
    for (BlitzReport.Line line : report.lines()) {
      file.append(
          Csv.line(
              report.code(),
              report.area(),
              report.firstDay(),
              report.lastDay(),
              report.asOf(),
              line.block(),
              line.type(),
              line.department(),
              line.promised() ? "yes" : "no",
              line.found(),
              line.done(),
              line.left(),
              line.verdict()));
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("blitz-" + report.code() + ".csv")
                .build()
                .toString())
        .body(file.toString());
  }
}

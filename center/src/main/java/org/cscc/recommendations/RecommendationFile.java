package org.cscc.recommendations;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Csv;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Recommendations as comma-separated values for a spreadsheet; who wrote them is not in it. */
final class RecommendationFile {
  private RecommendationFile() {}

  static ResponseEntity<String> of(List<Recommendation> all) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(AuditTrail.ROWS, all.size(), RequestAttributes.SCOPE_REQUEST);
    }
    StringBuilder file =
        new StringBuilder(
            Csv.line(
                "code",
                "title",
                "level",
                "addressed_to",
                "state",
                "turn",
                "area",
                "issued_on",
                "answer_due_on",
                "answered_on",
                "promised_on",
                "before_steering"));
    for (Recommendation one : all) {
      file.append(
          Csv.line(
              one.code(),
              one.title(),
              one.level(),
              one.addressedTo(),
              one.state(),
              one.state().turn(),
              one.area(),
              one.issued() == null ? null : one.issued().toLocalDate(),
              one.due() == null ? null : one.due().toLocalDate(),
              one.answered() == null ? null : one.answered().toLocalDate(),
              one.promisedOn(),
              one.waits() && one.raised() == 2 ? "yes" : "no"));
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("recommendations.csv").build().toString())
        .body(file.toString());
  }
}

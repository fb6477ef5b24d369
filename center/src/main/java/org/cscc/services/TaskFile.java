package org.cscc.services;

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

/** Services as comma-separated values for a spreadsheet; who asked is not in it. */
final class TaskFile {
  private TaskFile() {}

  static ResponseEntity<String> of(List<ServiceTask> tasks) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(AuditTrail.ROWS, tasks.size(), RequestAttributes.SCOPE_REQUEST);
    }
    StringBuilder file =
        new StringBuilder(
            Csv.line(
                "code",
                "type",
                "state",
                "department",
                "priority_block",
                "requested_on",
                "due_on",
                "area",
                "block",
                "level",
                "reopened",
                "waits_for"));
    for (ServiceTask task : tasks) {
      file.append(
          Csv.line(
              task.code(),
              task.type(),
              task.state(),
              task.department(),
              task.priority() ? "yes" : "no",
              task.requested().toLocalDate(),
              task.dueOn(),
              task.area(),
              task.block(),
              task.level(),
              task.reopened(),
              String.join(" ", task.waitsFor())));
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("services.csv").build().toString())
        .body(file.toString());
  }
}

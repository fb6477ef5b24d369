package org.cscc.patterns;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Csv;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * A table as comma-separated values (RFC 4180): exactly what the page shows, with stable column
 * names in English, a point in numbers, ISO days, and an empty cell for what is not known.
 */
public final class TableFile {
  private final List<String> lines = new ArrayList<>();

  /** A table with these columns. */
  public TableFile(String... columns) {
    row((Object[]) columns);
  }

  /** One row; null is an empty cell. */
  public TableFile row(@Nullable Object... cells) {
    lines.add(Csv.line(cells));
    return this;
  }

  /** The file as an answer that a browser saves. */
  public ResponseEntity<String> download(String name) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      // for the audit trail, which counts what leaves the center
      request.setAttribute(AuditTrail.ROWS, lines.size() - 1, RequestAttributes.SCOPE_REQUEST);
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name + ".csv").build().toString())
        .body(toString());
  }

  @Override
  public String toString() {
    return String.join("", lines);
  }
}

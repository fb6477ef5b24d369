package org.cscc.actions;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cscc.kernel.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Items as comma-separated values for a spreadsheet. A cell that a spreadsheet would run as a
 * formula gets an apostrophe before it, which shows it as text.
 */
final class ItemFile {
  private static final String[] COLUMNS = {
    "code",
    "title",
    "verb",
    "pillar",
    "priority",
    "state",
    "organization",
    "account",
    "due",
    "area",
    "block",
    "team",
    "level",
    "blocked_on"
  };

  private ItemFile() {}

  static ResponseEntity<String> of(List<ActionItem> items) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(AuditTrail.ROWS, items.size(), RequestAttributes.SCOPE_REQUEST);
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("items.csv").build().toString())
        .body(text(items));
  }

  static String text(List<ActionItem> items) {
    List<String> lines = new ArrayList<>();
    lines.add(String.join(",", COLUMNS));
    for (ActionItem item : items) {
      lines.add(
          line(
              item.code(),
              item.title(),
              item.verb(),
              item.pillar(),
              item.priority(),
              item.state(),
              item.ownerOrg(),
              item.ownerAccount(),
              item.due() == null ? null : item.due().toLocalDateTime(),
              item.area(),
              item.block(),
              item.team(),
              item.level(),
              item.blockedOn()));
    }
    return String.join("\r\n", lines) + "\r\n";
  }

  private static String line(@Nullable Object... cells) {
    return String.join(",", Arrays.stream(cells).map(ItemFile::cell).toList());
  }

  /** One cell: never a formula, quoted where it must be. */
  static String cell(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    if (!text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
      text = "'" + text;
    }
    boolean quoted = text.matches("(?s).*[\",\n\r].*");
    return quoted ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
  }
}

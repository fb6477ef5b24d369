package org.cscc.actions;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Csv;
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

  /**
   * The file.
   *
   * @param named organizations whose people the reader sees by name
   */
  static ResponseEntity<String> of(List<ActionItem> items, Predicate<String> named) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(AuditTrail.ROWS, items.size(), RequestAttributes.SCOPE_REQUEST);
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("items.csv").build().toString())
        .body(text(items, named));
  }

  static String text(List<ActionItem> items, Predicate<String> named) {
    StringBuilder lines = new StringBuilder(Csv.line((Object[]) COLUMNS));
    for (ActionItem item : items) {
      lines.append(
          Csv.line(
              item.code(),
              item.title(),
              item.verb(),
              item.pillar(),
              item.priority(),
              item.state(),
              item.ownerOrg(),
              item.ownerOrg() != null && named.test(item.ownerOrg()) ? item.ownerAccount() : null,
              item.due() == null ? null : item.due().toLocalDateTime(),
              item.area(),
              item.block(),
              item.team(),
              item.level(),
              item.blockedOn()));
    }
    return lines.toString();
  }
}

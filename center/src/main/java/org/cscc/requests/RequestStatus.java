package org.cscc.requests;

import java.util.Locale;
import java.util.Optional;

/** How a request stands with the City. */
enum RequestStatus {
  OPEN,
  /** The City calls it done, which is not yet fixed (R-COO-06). */
  COMPLETED,
  /** The City does nothing about it. */
  CANCELED;

  private static final String DUPLICATE = " - DUP";

  /** The status that a cell of a file means; empty when it means none. */
  static Optional<RequestStatus> read(String cell) {
    String word = cell.strip().toUpperCase(Locale.ROOT);
    return switch (word.endsWith(DUPLICATE)
        ? word.substring(0, word.length() - DUPLICATE.length())
        : word) {
      case "OPEN" -> Optional.of(OPEN);
      case "COMPLETED", "CLOSED" -> Optional.of(COMPLETED);
      case "CANCELED", "CANCELLED" -> Optional.of(CANCELED);
      default -> Optional.empty();
    };
  }

  /** Whether the cell says, too, that it is a duplicate, as files of the old system do. */
  static boolean saysDuplicate(String cell) {
    return cell.strip().toUpperCase(Locale.ROOT).endsWith(DUPLICATE);
  }

  /** Key of its name. */
  public String key() {
    return "requests.status." + name();
  }
}

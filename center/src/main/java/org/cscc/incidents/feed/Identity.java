package org.cscc.incidents.feed;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which row this is, and which incident it belongs to. The case number joins rows and feeds; a row
 * without one stands alone under its own id. A file without ids is told apart by content.
 */
final class Identity {
  private static final Pattern UNIQUE_ID = Pattern.compile("[A-Z]+-([A-Z0-9]{3,20})-#?\\d+");

  private final Layout layout;
  private final @Nullable String id;
  private final @Nullable String caseNumber;
  private final @Nullable Rejection rejection;

  Identity(Layout layout, Map<Field, String> cells) {
    this.layout = layout;
    @Nullable String idCell = cells.get(Field.ID);
    @Nullable String caseCell = cells.get(Field.CASE);
    this.id = idCell == null ? null : trimmed(idCell, "#-");
    String found = caseCell == null ? "" : trimmed(caseCell, "");
    this.caseNumber = found.isEmpty() ? caseInside(id) : found;
    this.rejection = judge(layout, idCell);
  }

  private @Nullable Rejection judge(Layout layout, @Nullable String idCell) {
    if (layout.hasIds() && (id == null || id.isEmpty() || id.length() > 40)) {
      return Rejection.of(Rule.BAD_ID, layout.word(Field.ID), idCell);
    }
    if (caseNumber != null && caseNumber.length() > 24) {
      return new Rejection(Rule.BAD_CASE, layout.word(Field.CASE), null);
    }
    return null;
  }

  /** Capitals, digits and the given signs only; leading zeros of a bare number dropped. */
  private static String trimmed(String cell, String signs) {
    String kept = plain(cell) ? cell : cleaned(cell, signs);
    int zeros = 0;
    while (zeros < kept.length() - 1 && kept.charAt(zeros) == '0' && signs.length() > 0) {
      zeros++;
    }
    return kept.substring(zeros);
  }

  private static boolean plain(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (!((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'))) {
        return false;
      }
    }
    return true;
  }

  private static String cleaned(String cell, String signs) {
    return cell.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9" + signs + "]", "");
  }

  /** A person's id in the City's file holds the case: HOM-JC123456-#1. */
  private @Nullable String caseInside(@Nullable String rowId) {
    if (rowId == null || layout.feed() != Feed.VICTIMS) {
      return null;
    }
    Matcher parts = UNIQUE_ID.matcher(rowId);
    return parts.matches() ? parts.group(1) : null;
  }

  @Nullable Rejection rejection() {
    return rejection;
  }

  boolean withCase() {
    return caseNumber != null;
  }

  /** The report under its own key, with the fingerprint of what it says. */
  Report named(Report bare, Map<Field, String> cells) {
    long said = said(bare);
    String key;
    if (id != null) {
      key = id;
    } else {
      long words =
          new Fingerprint()
              .add(said)
              .add(caseNumber)
              .add(cells.get(Field.TYPE))
              .add(cells.get(Field.DESCRIPTION))
              .add(cells.get(Field.LOCATION))
              .value();
      key = "=" + Long.toHexString(words);
    }
    String ref = caseNumber != null ? caseNumber : layout.feed().name().charAt(0) + ":" + key;
    return bare.named(key, ref, said);
  }

  /**
   * The fingerprint of what a row says. Without the precision and the computed area: the first
   * depends on the file, the second on our outlines, and neither is a correction by the feed.
   */
  static long said(Report report) {
    return new Fingerprint()
        .add(report.type().name())
        .add(report.kind() == null ? "" : report.kind().name())
        .add((report.gunshot() ? 2L : 0L) + (report.domestic() ? 1L : 0L))
        .add(report.iucr())
        .add(report.occurredAt().getEpochSecond() / 60)
        .add(report.block())
        .add(report.lon())
        .add(report.lat())
        .add(report.areaStated())
        .add(report.locationClass().name())
        .add(report.standing().name())
        .add(report.ageBand().name())
        .add(report.sex())
        .add(report.race())
        .value();
  }
}

package org.cscc.tabletops;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the table found.
 *
 * @param position in the order in which it was written down, from 1
 * @param organization code of the one it is about; null when it is about all or none
 * @param item code of the item that a gap became
 * @param noCode why a gap was answered no
 * @param noBecause the sentence beside it
 */
record Finding(
    UUID id,
    int position,
    Part part,
    FindingKind kind,
    String said,
    @Nullable String organization,
    @Nullable String item,
    @Nullable NoCode noCode,
    @Nullable String noBecause) {
  /** Whether it is a gap. */
  public boolean gap() {
    return kind == FindingKind.GAP;
  }

  /** Whether it is a gap of which nobody has said what becomes of it (R-ENG-04). */
  public boolean undecided() {
    return gap() && item == null && noCode == null;
  }
}

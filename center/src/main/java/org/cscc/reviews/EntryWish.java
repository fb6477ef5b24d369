package org.cscc.reviews;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants written down.
 *
 * @param key of the form: the same one again is the same wish
 * @param seen version that the person saw; 0 for none
 */
record EntryWish(
    EntryKind kind,
    UUID key,
    String subject,
    int seen,
    String value,
    @Nullable String detail,
    String note) {
  EntryWish noted(String fit) {
    return new EntryWish(kind, key, subject, seen, value, detail, fit);
  }
}

package org.cscc.blitz;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was found on a block before, and what became of it.
 *
 * @param found how many
 * @param task code of the service that was asked for it
 * @param verdict of the second look; null before it
 * @param remaining how many are left; null before the second look
 * @param again code of the service that is owed after the second look
 */
record Finding(
    UUID id,
    String block,
    String type,
    int found,
    String note,
    @Nullable String task,
    @Nullable Verdict verdict,
    @Nullable Integer remaining,
    @Nullable String again) {
  /** Key of the name of its type. */
  public String typeKey() {
    return "services.type." + type;
  }
}

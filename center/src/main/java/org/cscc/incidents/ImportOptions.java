package org.cscc.incidents;

import java.nio.file.Path;
import java.time.Instant;
import org.cscc.home.HomeKind;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be brought in.
 *
 * @param format name of a built-in format; null to tell it by the header
 * @param mapping mapping file of another city; null for the built-in formats
 * @param dryRun whether to check only and keep nothing but the report
 * @param claim what the home becomes if it is empty: REAL for a feed, DEMO for the synthetic city
 * @param replaceDemo whether a demo may be removed to make room for real data
 * @param requestedBy sign-in name of who asks, or {@code system}
 * @param receivedAt when the file counts as received; null for now
 */
public record ImportOptions(
    @Nullable String format,
    @Nullable Path mapping,
    boolean dryRun,
    HomeKind claim,
    boolean replaceDemo,
    String requestedBy,
    @Nullable Instant receivedAt) {
  /** A real feed in a format told by its header. */
  public static ImportOptions feed(String requestedBy) {
    return new ImportOptions(null, null, false, HomeKind.REAL, false, requestedBy, null);
  }

  /** A file of the synthetic city, received at a made-up instant. */
  public static ImportOptions demo(Instant receivedAt) {
    return new ImportOptions(null, null, false, HomeKind.DEMO, false, "demo", receivedAt);
  }
}

package org.cscc.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.springframework.stereotype.Component;

/** The first rejected rows of a file for who sits at a command line, and where the others are. */
@Component
class RejectLines {
  private static final int SHOWN = 20;

  private final ImportReports reports;
  private final Sentences sentences;
  private final Access access;

  RejectLines(ImportReports reports, Sentences sentences, Access access) {
    this.reports = reports;
    this.sentences = sentences;
    this.access = access;
  }

  /**
   * A line for each of the first rows that were turned away: where it stands, what it says if that
   * may be shown, why, and what to do.
   *
   * @param rejected how many there are
   */
  List<String> of(UUID importId, long rejected, Locale language) {
    Decision decision = access.forSystem(Capability.IMPORT_FEEDS);
    List<String> lines = new ArrayList<>();
    for (ImportReports.RejectedRow row : reports.rejects(decision, importId, 0, SHOWN)) {
      lines.add(
          "  row %d, line %d, %s%s: %s %s"
              .formatted(
                  row.row(),
                  row.line(),
                  row.column(),
                  row.shown() == null ? "" : " \"" + row.shown() + "\"",
                  row.rule(),
                  sentences.of(row.rule(), List.of(), language)));
    }
    if (rejected > lines.size()) {
      lines.add(
          "  and %d more: all of them on /incidents/imports/%s/rejects.csv"
              .formatted(rejected - lines.size(), importId));
    }
    return lines;
  }
}

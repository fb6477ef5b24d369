package org.cscc.crisis;

import org.cscc.kernel.Csv;
import org.cscc.kernel.Share;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** The measures as comma-separated values: what the page shows, one row for each number. */
final class CrisisMeasureFile {
  private final CrisisMeasures.Sheet sheet;
  private final StringBuilder text = new StringBuilder();
  private int rows;

  private CrisisMeasureFile(CrisisMeasures.Sheet sheet) {
    this.sheet = sheet;
  }

  static ResponseEntity<String> of(CrisisMeasures.Sheet sheet) {
    CrisisMeasureFile file = new CrisisMeasureFile(sheet);
    file.write();
    return CrisisFile.answer("activation-measures", file.rows, file.text.toString());
  }

  private void write() {
    text.append(
        Csv.line(
            "blocks",
            "measure",
            "of",
            "n",
            "percent",
            "low",
            "high",
            "median_minutes",
            "nine_of_ten_minutes",
            "not_yet",
            "late",
            "from",
            "to",
            "as_of"));
    for (CrisisMeasures.Group group : sheet.groups()) {
      for (CrisisMeasures.Edge edge : group.edges()) {
        row(group, edge.step().name(), edge.within(), edge);
      }
      row(group, "REACHED", group.reached(), null);
      Share offered = group.offered();
      if (offered != null) {
        row(group, "OFFERED_IN_TIME", offered, null);
      }
      for (Repeats.Repeat repeat : group.repeats()) {
        row(group, "REPEAT_" + repeat.days(), repeat.followed(), null);
      }
    }
  }

  private void row(
      CrisisMeasures.Group group, String measure, Share share, CrisisMeasures.@Nullable Edge edge) {
    rows++;
    text.append(
        Csv.line(
            group.where(),
            measure,
            share.of(),
            share.n(),
            share.percent(),
            share.low(),
            share.high(),
            edge == null ? null : edge.median(),
            edge == null ? null : edge.ninth(),
            edge == null ? null : edge.pending(),
            edge == null ? null : edge.late(),
            sheet.from(),
            sheet.to(),
            sheet.asOf()));
  }
}

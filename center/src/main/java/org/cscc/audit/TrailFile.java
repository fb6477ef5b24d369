package org.cscc.audit;

import java.util.List;
import org.cscc.kernel.Csv;

/** The trail as a file that a spreadsheet opens without running anything in it. */
final class TrailFile {
  private TrailFile() {}

  static String of(List<TrailLine> lines) {
    StringBuilder out =
        new StringBuilder(
            "number,at,deed,actor,role,organization,kind,record,rows,purpose,way,network,before,after\r\n");
    for (TrailLine line : lines) {
      out.append(
          Csv.line(
              line.seq(),
              line.at().toOffsetDateTime(),
              line.deed(),
              line.actor(),
              line.role(),
              line.organization(),
              line.kind(),
              line.record(),
              line.rows(),
              line.purpose(),
              line.way(),
              line.network(),
              line.before(),
              line.after()));
    }
    return out.toString();
  }
}

package org.cscc.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;

/** The trail as a file that a spreadsheet opens without running anything in it. */
final class TrailFile {
  private TrailFile() {}

  static String of(List<TrailLine> lines) {
    StringWriter out = new StringWriter();
    CsvWriter csv = CsvWriter.builder().bufferSize(0).build(out);
    csv.writeRecord(
        "number",
        "at",
        "deed",
        "actor",
        "role",
        "organization",
        "kind",
        "record",
        "rows",
        "purpose",
        "way",
        "network",
        "before",
        "after");
    for (TrailLine line : lines) {
      csv.writeRecord(
          String.valueOf(line.seq()),
          line.at().toOffsetDateTime().toString(),
          line.deed().name(),
          calm(line.actor()),
          line.role(),
          line.organization(),
          calm(line.kind()),
          calm(line.record()),
          String.valueOf(line.rows()),
          calm(line.purpose()),
          line.way(),
          Objects.requireNonNullElse(line.network(), ""),
          calm(Objects.requireNonNullElse(line.before(), "")),
          calm(Objects.requireNonNullElse(line.after(), "")));
    }
    return out.toString();
  }

  /** A cell that begins like a formula gets an apostrophe before it. */
  static String calm(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}

package org.cscc.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.cscc.analysis.Provenance;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How a result is written. Every form says method, version, n, settings and what it is not for. */
final class OutputOptions {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @ArgGroup(exclusive = true)
  private Form form = new Form();

  /** One of them; a table for reading without any. */
  private static final class Form {
    @Option(
        names = "--csv",
        description = "Comma-separated values; lines that start with # say where they come from")
    private boolean csv;

    @Option(names = "--json", description = "One JSON object")
    private boolean json;

    @Option(names = "--geojson", description = "GeoJSON, where the rows are places")
    private boolean geoJson;
  }

  void print(Report report, PrintWriter out) {
    if (form.csv) {
      csv(report, out);
    } else if (form.json) {
      out.println(JSON.writeValueAsString(json(report)));
    } else if (form.geoJson) {
      out.println(JSON.writeValueAsString(geoJson(report)));
    } else {
      new TextReport(out).print(report);
    }
    out.flush();
  }

  private static void csv(Report report, PrintWriter out) {
    origin(report.provenance()).forEach((key, value) -> out.println("# " + key + ": " + value));
    boolean rows = report.table().rows() > 0;
    if (rows) {
      report.values().forEach((key, value) -> out.println("# " + key + ": " + value));
    }
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      write(report, rows, writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.print(text);
  }

  private static void write(Report report, boolean rows, CsvWriter writer) {
    if (rows) {
      writer.writeRecord(report.table().names());
      for (int i = 0; i < report.table().rows(); i++) {
        writer.writeRecord(report.table().row(i));
      }
    } else {
      writer.writeRecord("name", "value");
      report.values().forEach((key, value) -> writer.writeRecord(key, ResultTable.text(value)));
    }
  }

  private static Map<String, Object> json(Report report) {
    Map<String, Object> object = new LinkedHashMap<>(origin(report.provenance()));
    object.put("values", report.values());
    object.put("rows", report.table().records());
    return object;
  }

  private static Map<String, Object> geoJson(Report report) {
    IntFunction<Object> place = report.table().place();
    if (place == null) {
      throw new Refused("This result has no places: ask for --csv or --json");
    }
    List<Object> features = new ArrayList<>();
    List<Map<String, Object>> records = report.table().records();
    for (int i = 0; i < records.size(); i++) {
      features.add(
          CaseAnswer.object(
              "type", "Feature", "properties", records.get(i), "geometry", place.apply(i)));
    }
    Map<String, Object> about = new LinkedHashMap<>(origin(report.provenance()));
    about.put("values", report.values());
    return CaseAnswer.object(
        "type", "FeatureCollection", "provenance", about, "features", features);
  }

  /** Where a result comes from. */
  static Map<String, Object> origin(Provenance provenance) {
    return CaseAnswer.object(
        "method",
        provenance.method(),
        "version",
        provenance.version(),
        "n",
        provenance.n(),
        "parameters",
        provenance.parameters(),
        "not_for",
        provenance.caution().sentence());
  }
}

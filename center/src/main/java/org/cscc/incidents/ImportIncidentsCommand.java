package org.cscc.incidents;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cscc.home.HomeKind;
import org.cscc.kernel.CenterCommand;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./cscc import incidents FILE}. */
@Component
@Command(
    name = "incidents",
    mixinStandardHelpOptions = true,
    description = {
      "Brings in a file of incidents or of people harmed: CSV in UTF-8, also .gz.",
      "Ends with one summary. Exit code 0: applied, 3: quarantined, 4: refused."
    })
class ImportIncidentsCommand implements CenterCommand, Callable<Integer> {
  private static final int QUARANTINED = 3;
  private static final int REFUSED = 4;

  private final Imports imports;
  private final RejectLines rejects;
  private final Sentences sentences;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "the file")
  private @Nullable Path file;

  @Option(names = "--format", description = "crimes or victimizations; else told by the header")
  private @Nullable String format;

  @Option(names = "--mapping", description = "how the columns of another city are to be read")
  private @Nullable Path mapping;

  @Option(names = "--dry-run", description = "check only, change nothing")
  private boolean dryRun;

  @Option(names = "--json", description = "the summary as JSON, for a program")
  private boolean json;

  @Option(names = "--replace-demo", description = "remove the demo city first, for good")
  private boolean replaceDemo;

  ImportIncidentsCommand(Imports imports, RejectLines rejects, Sentences sentences) {
    this.imports = imports;
    this.rejects = rejects;
    this.sentences = sentences;
  }

  @Override
  public String group() {
    return "import";
  }

  @Override
  public Integer call() {
    if (file == null || spec == null) {
      throw new IllegalStateException("picocli fills these in");
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    ImportOptions options =
        new ImportOptions(
            format, mapping, dryRun, HomeKind.REAL, replaceDemo && !dryRun, "system", null);
    ImportOutcome outcome =
        imports.apply(
            TimeOrderedIds.next(),
            file,
            options,
            () -> {
              err.println("Another import is running. This one waits for its turn.");
              err.flush();
            });
    if (json) {
      out.println(JsonMapper.shared().writeValueAsString(json(outcome)));
    } else {
      text(outcome).forEach(out::println);
    }
    out.flush();
    return switch (outcome) {
      case ImportOutcome.Applied applied -> 0;
      case ImportOutcome.Quarantined quarantined -> QUARANTINED;
      case ImportOutcome.Refused refused -> REFUSED;
    };
  }

  private List<String> text(ImportOutcome outcome) {
    return switch (outcome) {
      case ImportOutcome.Applied applied -> applied(applied);
      case ImportOutcome.Quarantined broken ->
          List.of(
              "Quarantined at row "
                  + broken.row()
                  + ", nothing of the file counts: "
                  + summary(broken.tally()),
              broken.rule() + ": " + sentences.of(broken.rule(), null, Locale.ENGLISH),
              "Import " + broken.importId());
      case ImportOutcome.Refused refused ->
          List.of(
              "Refused, no row was read.",
              refused.rule()
                  + ": "
                  + sentences.of(refused.rule(), refused.detail(), Locale.ENGLISH),
              "Import " + refused.importId());
    };
  }

  private List<String> applied(ImportOutcome.Applied applied) {
    List<String> lines = new ArrayList<>();
    lines.add(
        (applied.dryRun() ? "Checked, nothing kept: " : "Applied: ") + summary(applied.tally()));
    lines.addAll(rejects.of(applied.importId(), applied.tally().rejected(), Locale.ENGLISH));
    lines.add(identity(applied.tally()));
    lines.add(
        "Import " + applied.importId() + ", details on /incidents/imports/" + applied.importId());
    return lines;
  }

  private static String summary(ImportOutcome.Tally t) {
    return String.format(
        Locale.ROOT,
        "read %d, accepted %d, new %d, updated %d, unchanged %d, rejected %d, unmapped %d",
        t.read(),
        t.accepted(),
        t.added(),
        t.updated(),
        t.unchanged(),
        t.rejected(),
        t.unmapped());
  }

  private static String identity(ImportOutcome.Tally tally) {
    String rows =
        "CONTENT".equals(tally.identity())
            ? "The file has no ids: rows are known again by their content, so a corrected row"
                + " counts as a new one, and so do rows that another file tells of the same days."
            : "Rows are known again by their id.";
    return tally.withoutCase() == 0
        ? rows
        : rows + " " + tally.withoutCase() + " without a case number stand alone.";
  }

  private Map<String, Object> json(ImportOutcome outcome) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("import", outcome.importId());
    switch (outcome) {
      case ImportOutcome.Applied applied -> {
        json.put("state", applied.dryRun() ? "CHECKED" : "APPLIED");
        putCounts(json, applied.tally());
        json.put("identity", String.valueOf(applied.tally().identity()));
      }
      case ImportOutcome.Quarantined broken -> {
        json.put("state", "QUARANTINED");
        putCounts(json, broken.tally());
        putRule(json, broken.rule(), List.of());
        json.put("row", broken.row());
      }
      case ImportOutcome.Refused refused -> {
        json.put("state", "REFUSED");
        putCounts(json, new ImportOutcome.Tally(0, 0, 0, 0, 0, 0, 0, 0, null));
        putRule(json, refused.rule(), refused.detail());
      }
    }
    return json;
  }

  private static void putCounts(Map<String, Object> json, ImportOutcome.Tally tally) {
    json.put("read", tally.read());
    json.put("accepted", tally.accepted());
    json.put("new", tally.added());
    json.put("updated", tally.updated());
    json.put("unchanged", tally.unchanged());
    json.put("rejected", tally.rejected());
    json.put("unmapped", tally.unmapped());
    json.put("withoutCase", tally.withoutCase());
  }

  private void putRule(Map<String, Object> json, String rule, List<String> detail) {
    json.put("rule", rule);
    json.put("reason", sentences.of(rule, detail, Locale.ENGLISH));
  }
}

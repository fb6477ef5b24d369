package org.cscc.requests;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.cscc.home.HomeKind;
import org.cscc.kernel.CenterCommand;
import org.cscc.kernel.ReviewWeek;
import org.cscc.requests.Intake.Reject;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./cscc import requests FILE}. */
@Component
@Command(
    name = "requests",
    mixinStandardHelpOptions = true,
    description = {
      "Brings in a file of the City's 311: CSV in UTF-8, also .gz, told by its header.",
      "Ends with one summary. Exit code 0: applied, 3: quarantined, 4: refused."
    })
class ImportRequestsCommand implements CenterCommand, Callable<Integer> {
  private static final int QUARANTINED = 3;
  private static final int REFUSED = 4;
  private static final int SHOWN = 20;

  private final RequestImport imports;
  private final MessageSource messages;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "the file")
  private @Nullable Path file;

  @Option(names = "--dry-run", description = "check only, change nothing")
  private boolean dryRun;

  @Option(
      names = "--rejects",
      paramLabel = "CSV",
      description = "where every rejected row is listed")
  private @Nullable Path rejects;

  ImportRequestsCommand(RequestImport imports, MessageSource messages) {
    this.imports = imports;
    this.messages = messages;
  }

  @Override
  public String group() {
    return "import";
  }

  @Override
  public Integer call() throws IOException {
    if (file == null || spec == null) {
      throw new IllegalStateException("picocli fills these in");
    }
    PrintWriter out = spec.commandLine().getOut();
    Intake outcome = imports.apply(file, HomeKind.REAL, dryRun);
    text(outcome).forEach(out::println);
    out.flush();
    return switch (outcome) {
      case Intake.Applied applied -> {
        if (rejects != null) {
          Files.write(rejects, lines(applied.rejects()));
        }
        yield 0;
      }
      case Intake.Quarantined quarantined -> QUARANTINED;
      case Intake.Refused refused -> REFUSED;
    };
  }

  private List<String> text(Intake outcome) {
    return switch (outcome) {
      case Intake.Applied applied -> applied(applied);
      case Intake.Quarantined broken ->
          List.of(
              "Quarantined at row " + broken.row() + ", nothing of the file counts.",
              broken.rule() + ": " + sentence(broken.rule(), broken.detail()));
      case Intake.Refused refused ->
          List.of(
              "Refused, nothing was saved.",
              refused.rule() + ": " + sentence(refused.rule(), refused.detail()));
    };
  }

  private List<String> applied(Intake.Applied applied) {
    Intake.Tally tally = applied.tally();
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: read %d, accepted %d, new %d, updated %d, unchanged %d, older %d, rejected %d",
            applied.dryRun() ? "Checked, nothing kept" : "Applied",
            tally.read(),
            tally.accepted(),
            tally.added(),
            tally.updated(),
            tally.unchanged(),
            tally.older(),
            tally.rejected()));
    lines.add(
        String.format(
            Locale.ROOT,
            "Of the accepted: without area %d, without block %d, of a type that is no service %d",
            tally.withoutArea(),
            tally.withoutBlock(),
            tally.unmapped()));
    for (Reject row : applied.rejects().stream().limit(SHOWN).toList()) {
      lines.add(
          "  row %d, line %d%s: %s %s"
              .formatted(
                  row.row(),
                  row.line(),
                  row.column().isEmpty() ? "" : ", " + row.column(),
                  row.rule(),
                  sentence(row.rule(), List.of())));
    }
    if (applied.rejects().size() > SHOWN) {
      lines.add(
          "  and %d more: --rejects FILE.csv lists all of them"
              .formatted(applied.rejects().size() - SHOWN));
    }
    lines.add(
        "As of "
            + applied.asOf().atZone(ReviewWeek.CHICAGO).toLocalDateTime()
            + " in Chicago, the newest moment in the file; pages on /requests");
    return lines;
  }

  private List<String> lines(List<Reject> all) {
    List<String> lines = new ArrayList<>(List.of("row,line,column,rule,remedy"));
    for (Reject row : all) {
      lines.add(
          "%d,%d,%s,%s,\"%s\""
              .formatted(
                  row.row(),
                  row.line(),
                  row.column(),
                  row.rule(),
                  sentence(row.rule(), List.of()).replace("\"", "\"\"")));
    }
    return lines;
  }

  /** Of this room where it says something of its own, else as every importer says it. */
  private String sentence(String rule, List<String> detail) {
    Object[] names = detail.isEmpty() ? new Object[] {""} : detail.toArray();
    String general = messages.getMessage("incidents.rule." + rule, names, rule, Locale.ENGLISH);
    return String.valueOf(
        messages.getMessage("requests.rule." + rule, names, general, Locale.ENGLISH));
  }
}

package org.cscc.incidents;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Audited;
import org.cscc.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Counts for programs. */
@RestController
@Tag(name = "counts", description = "Incidents and people harmed, counted")
class CountsApi {
  private final Counting counting;

  CountsApi(Counting counting) {
    this.counting = counting;
  }

  @Operation(
      summary = "Counts by area, week or month",
      description =
          """
          Exact counts of what is within reach of the account, with their as-of. Both days are
          included, on the Chicago calendar. Weeks and months are named by their first day.
          "unmapped" counts what has no known area; by area it is in no row.
          """)
  @Requires(Capability.READ_INCIDENTS)
  @Audited(value = Deed.EXPORT, kind = "counts", record = "api")
  @GetMapping("/api/v1/counts")
  ResponseEntity<Counts> counts(
      Decision decision,
      @Parameter(description = "incidents or victimizations (people harmed, each once)")
          @RequestParam(defaultValue = "incidents")
          String measure,
      @Parameter(
              description = "types with commas, such as HOMICIDE,NONFATAL_SHOOTING; all if absent")
          @RequestParam(required = false)
          @Nullable String type,
      @Parameter(description = "area, week or month") @RequestParam(defaultValue = "area")
          String by,
      @Parameter(description = "first day, YYYY-MM-DD") @RequestParam(defaultValue = "")
          String from,
      @Parameter(description = "last day, included") @RequestParam(defaultValue = "") String to,
      @Parameter(hidden = true) HttpServletRequest request) {
    Measure counted = constant(Measure.class, "measure", measure);
    CountBy rows = constant(CountBy.class, "by", by);
    Set<IncidentType> types = types(type);
    LocalDate first = day("from", from);
    LocalDate last = day("to", to);
    if (last.isBefore(first)) {
      throw refused("from", from);
    }
    Counts counts = counting.count(decision, counted, types, rows, first, last);
    request.setAttribute(AuditTrail.ROWS, counts.rows().size());
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(counts);
  }

  private static Set<IncidentType> types(@Nullable String written) {
    Set<IncidentType> types = EnumSet.noneOf(IncidentType.class);
    if (written != null && !written.isBlank()) {
      for (String word : written.split(",", -1)) {
        types.add(constant(IncidentType.class, "type", word));
      }
    }
    return types;
  }

  private static LocalDate day(String name, String written) {
    if (written.isBlank()) {
      throw new Refused(
          Refused.Kind.INVALID, "R-API-01", "incidents.refused.parameter-missing", name);
    }
    try {
      return LocalDate.parse(written);
    } catch (DateTimeParseException e) {
      throw refused(name, written);
    }
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String name, String written) {
    try {
      return Enum.valueOf(type, written.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw refused(name, written);
    }
  }

  private static Refused refused(String name, String written) {
    String shown = written.length() > 40 ? written.substring(0, 40) : written;
    return new Refused(
        Refused.Kind.INVALID, "R-API-01", "incidents.refused.parameter", name, shown);
  }
}

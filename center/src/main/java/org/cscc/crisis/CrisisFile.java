package org.cscc.crisis;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Csv;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Activations as comma-separated values: one row for each organization that was called. */
final class CrisisFile {
  private CrisisFile() {}

  static ResponseEntity<String> of(List<Activation> activations) {
    StringBuilder file =
        new StringBuilder(
            Csv.line(
                "code",
                "state",
                "area",
                "block",
                "opened_at",
                "reasons",
                "organization",
                "duty",
                "party_state",
                "notified_at",
                "acknowledged_at",
                "deployed_at",
                "contact_at"));
    int rows = 0;
    for (Activation one : activations) {
      for (Party party : one.parties()) {
        file.append(line(one, party));
        rows++;
      }
      if (one.parties().isEmpty()) {
        file.append(line(one, null));
        rows++;
      }
    }
    return answer("activations", rows, file.toString());
  }

  /** A file, and for the trail how many rows left the center in it. */
  static ResponseEntity<String> answer(String name, int rows, String text) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(AuditTrail.ROWS, rows, RequestAttributes.SCOPE_REQUEST);
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name + ".csv").build().toString())
        .body(text);
  }

  private static String line(Activation one, @Nullable Party party) {
    return Csv.line(
        one.code(),
        one.state(),
        one.area(),
        one.block(),
        one.opened().toOffsetDateTime(),
        one.reasons().stream()
            .filter(Reason::holds)
            .map(reason -> reason.kind().name())
            .collect(Collectors.joining(" ")),
        party == null ? null : party.organization(),
        party == null ? null : party.duty(),
        party == null ? null : party.state(),
        party == null ? null : wall(one, party.notifiedAt()),
        party == null ? null : wall(one, party.acknowledgedAt()),
        party == null ? null : wall(one, party.deployedAt()),
        party == null ? null : wall(one, party.contactAt()));
  }

  private static @Nullable Object wall(Activation one, @Nullable Instant at) {
    return at == null ? null : one.wall(at).toOffsetDateTime();
  }
}

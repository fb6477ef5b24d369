package org.cscc.incidents;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.kernel.Audited;
import org.cscc.kernel.Refused;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What became of a file, for programs. */
@RestController
@Tag(name = "imports", description = "Files that were brought in")
class ImportsApi {
  private final ImportReports reports;

  ImportsApi(ImportReports reports) {
    this.reports = reports;
  }

  @Operation(
      summary = "One import",
      description =
          """
          Its state and counts. accepted + rejected = rowsRead always; added + updated + unchanged
          = accepted once it is applied.
          """)
  @Requires(Capability.IMPORT_FEEDS)
  @Audited(kind = "import", record = "{id}")
  @GetMapping("/api/v1/imports/{id}")
  ResponseEntity<ImportReport> one(Decision decision, @PathVariable UUID id) {
    ImportReport report =
        reports
            .byId(decision, id)
            .orElseThrow(
                () -> new Refused(Refused.Kind.NOT_FOUND, "R-IMP-60", "incidents.refused.import"));
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(report);
  }
}

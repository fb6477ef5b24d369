package org.cscc.directory.partners;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.cscc.access.Capability;
import org.cscc.access.Requires;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Audited;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The directory of services as a file that other directories read. */
@Controller
class HsdsPage {
  private final Hsds hsds;

  HsdsPage(Hsds hsds) {
    this.hsds = hsds;
  }

  @Requires(Capability.READ_DIRECTORY)
  @Audited(value = Deed.EXPORT, kind = "directory", record = "services")
  @GetMapping("/directory/services.json")
  ResponseEntity<byte[]> file(HttpServletRequest request) {
    request.setAttribute(AuditTrail.ROWS, hsds.count());
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"services-hsds-3.0.json\"")
        .body(hsds.write().getBytes(StandardCharsets.UTF_8));
  }
}

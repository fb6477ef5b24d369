package org.cscc.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.PrivacyScreen;
import org.cscc.access.Requires;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Audited;
import org.cscc.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit trail for those who watch over the center, and everybody's own part of it. */
@Controller
class TrailPage {
  private static final int SHOWN = 100;
  private static final int MINE = 50;
  private static final int MOST_IN_A_FILE = 100_000;

  private final Trail trail;
  private final Access access;
  private final PrivacyScreen screen;

  TrailPage(Trail trail, Access access, PrivacyScreen screen) {
    this.trail = trail;
    this.access = access;
    this.screen = screen;
  }

  @Requires(Capability.ENTER)
  @Audited(kind = "audit", record = "search")
  @GetMapping("/audit")
  String search(
      @RequestParam(defaultValue = "") String record,
      @RequestParam(defaultValue = "") String actor,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate to,
      @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
      HttpServletRequest request,
      Model model) {
    Wanted wanted = new Wanted(record.strip(), actor.strip(), kind.strip(), from, to, before);
    List<TrailLine> lines = trail.read(reader(), wanted, SHOWN);
    request.setAttribute(AuditTrail.ROWS, lines.size());
    model.addAttribute("wanted", wanted);
    model.addAttribute("lines", lines);
    model.addAttribute("more", lines.size() == SHOWN ? lines.getLast().seq() : null);
    model.addAttribute("mayExport", access.decide(Capability.EXPORT_AUDIT).isPresent());
    return "audit/trail";
  }

  /** Those who read the trail, and the keeper of the machine for its own part. */
  private Decision reader() {
    Optional<Decision> reader =
        access
            .decide(Capability.READ_AUDIT)
            .filter(Decision::everywhere)
            .or(() -> access.decide(Capability.READ_MACHINE_LOG));
    return reader.orElseThrow(
        () -> new Refused(Refused.Kind.FORBIDDEN, "R-ACCESS-01", "access.refused.capability"));
  }

  @Requires(Capability.EXPORT_AUDIT)
  @Audited(value = Deed.EXPORT, kind = "audit", record = "file")
  @GetMapping("/audit/trail.csv")
  ResponseEntity<String> file(
      @RequestParam(defaultValue = "") String record,
      @RequestParam(defaultValue = "") String actor,
      @RequestParam(defaultValue = "") String kind,
      HttpServletRequest request) {
    Wanted wanted =
        new Wanted(record.strip(), actor.strip(), kind.strip(), null, null, Long.MAX_VALUE);
    List<TrailLine> lines = trail.read(reader(), wanted, MOST_IN_A_FILE);
    request.setAttribute(AuditTrail.ROWS, lines.size());
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("audit.csv").build().toString())
        .body(TrailFile.of(lines));
  }

  @Requires(Capability.ENTER)
  @GetMapping("/audit/mine")
  String mine(Model model) {
    screen.refuseWhenOn();
    String name = access.signedIn().orElseThrow().name();
    model.addAttribute("name", name);
    model.addAttribute("lines", trail.ofAccount(name, MINE));
    model.addAttribute("shown", MINE);
    return "audit/mine";
  }
}

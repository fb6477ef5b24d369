package org.cscc.requests;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Requires;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Audited;
import org.cscc.kernel.Csv;
import org.cscc.kernel.WallClock;
import org.cscc.requests.SpeedSheet.Cell;
import org.cscc.requests.SpeedSheet.Line;
import org.cscc.services.ServiceBundles;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** How fast the City closes what it is asked for, on priority blocks and on others. */
@Controller
@Requires(Capability.READ_CITY_REQUESTS)
class SpeedPages {
  private static final int DAYS = 90;
  private static final int LONGEST = 731;

  private final SpeedReads speed;
  private final RequestReads reads;
  private final ServiceBundles services;
  private final LookDays days;
  private final Clock clock;

  SpeedPages(
      SpeedReads speed, RequestReads reads, ServiceBundles services, LookDays days, Clock clock) {
    this.speed = speed;
    this.reads = reads;
    this.services = services;
    this.days = days;
    this.clock = clock;
  }

  @Audited(kind = "city-requests", record = "speed")
  @GetMapping("/requests/speed")
  String page(
      Decision decision,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
      @RequestParam(defaultValue = "type") String by,
      Model model) {
    RequestReads.Newest newest = reads.newest(decision).orElse(null);
    model.addAttribute("newest", newest);
    model.addAttribute("sheet", sheet(decision, span(newest, from, to, by)));
    return "requests/speed";
  }

  @Audited(value = Deed.EXPORT, kind = "city-requests", record = "speed")
  @GetMapping("/requests/speed.csv")
  ResponseEntity<String> file(
      Decision decision,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
      @RequestParam(defaultValue = "type") String by) {
    RequestReads.Newest newest = reads.newest(decision).orElse(null);
    SpeedSheet sheet = sheet(decision, span(newest, from, to, by));
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(AuditTrail.ROWS, sheet.lines().size(), RequestAttributes.SCOPE_REQUEST);
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("requests-speed-" + sheet.from() + "-" + sheet.to() + ".csv")
                .build()
                .toString())
        .body(text(sheet, newest));
  }

  /** The days that were asked for; else the last ones that the newest file knows of. */
  private SpeedSheet.Span span(
      RequestReads.@Nullable Newest newest,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      String by) {
    LocalDate known =
        newest == null ? WallClock.dayOf(clock.instant()) : newest.asOf().toLocalDate();
    LocalDate last = to == null ? known : to;
    LocalDate first = from == null ? last.minusDays(DAYS - 1L) : from;
    if (first.isAfter(last) || first.plusDays(LONGEST).isBefore(last)) {
      throw LookRules.unfit("requests.refused.span", LONGEST);
    }
    return new SpeedSheet.Span(first, last, by.equals("department"));
  }

  private SpeedSheet sheet(Decision decision, SpeedSheet.Span span) {
    return SpeedSheet.of(
        span,
        speed.bars(decision, span.from(), span.to()),
        speed.looked(decision, span.from(), span.to()),
        speed.leftOut(decision, span.from(), span.to()),
        new SpeedSheet.Targets(
            services.kinds().stream()
                .collect(Collectors.toMap(ServiceBundles.Kind::code, Function.identity())),
            days.smallest()));
  }

  private static String text(SpeedSheet sheet, RequestReads.@Nullable Newest newest) {
    StringBuilder file =
        new StringBuilder(
            Csv.line(
                sheet.byDepartment() ? "department" : "type",
                "blocks",
                "closed",
                "median_business_days",
                "ninety_percent_within_business_days",
                "within_target",
                "with_target",
                "within_target_percent",
                "waiting_for_a_look",
                "looked_at",
                "not_fixed",
                "from",
                "to",
                "as_of"));
    for (Line line : sheet.lines()) {
      for (boolean priority : new boolean[] {true, false}) {
        Cell cell = priority ? line.priority() : line.other();
        file.append(
            Csv.line(
                line.name(),
                priority ? "priority" : "other",
                cell.n(),
                cell.median(),
                cell.ninety(),
                cell.within() == null ? null : cell.within().of(),
                cell.within() == null ? null : cell.within().n(),
                cell.within() == null ? null : cell.within().percent(),
                priority ? line.waiting() : null,
                priority ? line.looked() : null,
                priority ? line.notFixed() : null,
                sheet.from(),
                sheet.to(),
                newest == null ? null : newest.asOf().toOffsetDateTime()));
      }
    }
    return file.toString();
  }
}

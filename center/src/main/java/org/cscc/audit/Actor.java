package org.cscc.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.cscc.access.Program;
import org.cscc.access.SignedIn;
import org.cscc.access.Stay;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Who does it, as far as the center knows.
 *
 * @param way {@code page}, {@code api}, or {@code inside} for a job or a command
 * @param widenedUntil until when an emergency lets a page show more; null nearly always
 * @param network where from, without the single machine; null inside
 */
record Actor(
    String name,
    String role,
    String organization,
    String way,
    @Nullable Instant widenedUntil,
    @Nullable String network) {
  /** The way at an instant: pages that are opened in an emergency are told from others. */
  String way(Instant now) {
    return widenedUntil != null && now.isBefore(widenedUntil) ? "emergency" : way;
  }

  static Actor now() {
    HttpServletRequest request =
        RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
            ? attributes.getRequest()
            : null;
    return of(SecurityContextHolder.getContext().getAuthentication(), request);
  }

  static Actor of(@Nullable Authentication authentication, @Nullable HttpServletRequest request) {
    String way = request == null ? "inside" : way(request);
    String network = request == null ? null : Network.of(request.getRemoteAddr());
    if (authentication != null && authentication.getPrincipal() instanceof Program program) {
      return new Actor(program.name(), "-", "-", "api", null, network);
    }
    return authentication != null && authentication.getPrincipal() instanceof SignedIn account
        ? new Actor(
            account.name(),
            account.role().name(),
            account.organization(),
            way,
            authentication.getDetails() instanceof Stay ? account.widenedUntil() : null,
            network)
        : new Actor(request == null ? "system" : "-", "-", "-", way, null, network);
  }

  private static String way(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/") ? "api" : "page";
  }
}

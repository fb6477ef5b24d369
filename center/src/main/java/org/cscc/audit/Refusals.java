package org.cscc.audit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Refused;
import org.cscc.kernel.UnfitWording;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Notes what the center said no to: rules that refused, forged forms, addresses and hosts that are
 * not ours. A flood of them writes at most {@value #A_MINUTE} rows a minute for each account and
 * network.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Refusals extends OncePerRequestFilter implements HandlerExceptionResolver, Ordered {
  private static final Pattern SECRET = Pattern.compile("/[^/ ]{38,}");
  static final int A_MINUTE = 60;
  private static final String RULE = Refusals.class.getName();

  /** Name of the request attribute that says that the answer is noted already, if it is to be. */
  static final String NOTED = Refusals.class.getName() + ".noted";

  private static final Set<Integer> ATTACKS =
      Set.of(400, 403, 405, 408, 409, 413, 414, 415, 421, 429, 431, 501, 505);

  private final StoredTrail trail;
  private final Clock clock;
  private final Map<String, Minute> minutes = new ConcurrentHashMap<>();

  private record Minute(long number, int count) {}

  /** Who was refused by which rule; the session may be gone when the request ends. */
  private record Told(String rule, @Nullable Authentication who) {}

  Refusals(StoredTrail trail, Clock clock) {
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  /** Remembers the rule of a refusal and leaves the answer to others. */
  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception thrown) {
    String rule =
        switch (thrown) {
          case Refused refused -> refused.rule();
          case UnfitWording unfit -> UnfitWording.RULE;
          default -> "";
        };
    if (!rule.isEmpty()) {
      remember(request, rule);
    }
    return null;
  }

  /**
   * Remembers a rule that refused, and whom: when the request ends, nobody is signed in any more.
   */
  static void remember(HttpServletRequest request, String rule) {
    request.setAttribute(RULE, new Told(rule, who()));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } finally {
      Object told = request.getAttribute(RULE);
      if (told instanceof Told rule) {
        request.setAttribute(NOTED, true);
        note(request, rule.rule(), rule.who());
      } else if (request.getAttribute(AuditTrail.REFUSED) instanceof String rule) {
        request.setAttribute(NOTED, true);
        note(request, rule, who());
      } else if (ATTACKS.contains(response.getStatus())) {
        request.setAttribute(NOTED, true);
        note(request, "HTTP-" + response.getStatus(), who());
      }
    }
  }

  private void note(HttpServletRequest request, String rule, @Nullable Authentication who) {
    Actor actor = Actor.of(who, request);
    if (mayNote(actor.network() + " " + actor.name())) {
      String what = request.getMethod() + " " + request.getRequestURI();
      trail.note(AuditNote.of(Deed.REFUSE, rule, withoutSecrets(what), 0), actor);
    }
  }

  /** Notes an answer of the server itself, which knows no account. */
  void noteUnseen(@Nullable String address, String what, int status) {
    if (ATTACKS.contains(status)) {
      String network = address == null ? null : Network.of(address);
      if (mayNote(network + " -")) {
        trail.note(
            AuditNote.of(Deed.REFUSE, "HTTP-" + status, withoutSecrets(what), 0),
            new Actor("-", "-", "-", "page", null, network));
      }
    }
  }

  /**
   * Without the parts of an address that may open something: an invitation, a calendar. They are
   * longer than any id (36) and the trail is read by people whom they are not for.
   */
  static String withoutSecrets(String what) {
    return SECRET.matcher(what).replaceAll("/…");
  }

  private boolean mayNote(String whoAndWhere) {
    long now = clock.instant().getEpochSecond() / 60;
    if (minutes.size() > 10_000) {
      minutes.clear();
    }
    Minute minute =
        minutes.merge(
            whoAndWhere,
            new Minute(now, 1),
            (old, fresh) ->
                old.number() == now ? new Minute(now, old.count() + 1) : new Minute(now, 1));
    return minute.count() <= A_MINUTE;
  }

  private static @Nullable Authentication who() {
    return SecurityContextHolder.getContext().getAuthentication();
  }
}

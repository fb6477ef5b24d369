package org.cscc.access.signin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What kind of browser a session is used from, in two words such as {@code Firefox, Android}:
 * enough to know one's own phone again, too little to know a person.
 */
final class Browser {
  private static final List<String> KINDS = List.of("Edg", "OPR", "Firefox", "Chrome", "Safari");
  private static final List<String> SYSTEMS =
      List.of("Android", "iPhone", "iPad", "Windows", "Mac OS", "CrOS", "Linux");

  private Browser() {}

  static String ofThisRequest() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
        ? of(here.getRequest().getHeader("User-Agent"))
        : "";
  }

  static String of(@Nullable String agent) {
    if (agent == null) {
      return "";
    }
    String kind = first(KINDS, agent).replace("Edg", "Edge").replace("OPR", "Opera");
    String system = first(SYSTEMS, agent).replace("Mac OS", "macOS").replace("CrOS", "ChromeOS");
    return kind.isEmpty() || system.isEmpty() ? kind + system : kind + ", " + system;
  }

  private static String first(List<String> words, String agent) {
    return words.stream().filter(agent::contains).findFirst().orElse("");
  }
}

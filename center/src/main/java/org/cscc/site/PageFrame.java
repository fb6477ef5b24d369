package org.cscc.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cscc.access.Access;
import org.cscc.home.HomeKind;
import org.cscc.home.HomeState;
import org.cscc.kernel.ReviewWeek;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame of every page needs: who, where, when, and whether the city is synthetic. */
@ControllerAdvice
class PageFrame {
  private final Access access;
  private final Rooms rooms;
  private final HomeState home;
  private final Clock clock;

  PageFrame(Access access, Rooms rooms, HomeState home, Clock clock) {
    this.access = access;
    this.rooms = rooms;
    this.home = home;
    this.clock = clock;
  }

  @ModelAttribute("frame")
  Frame frame(HttpServletRequest request) {
    String path = path(request);
    boolean synthetic = home.kind() == HomeKind.DEMO;
    return new Frame(
        access.signedIn().orElse(null),
        synthetic,
        ZonedDateTime.now(clock).withZoneSameInstant(ReviewWeek.CHICAGO),
        // Sessions live in the machine's time, whatever a demo's clock shows.
        access.stay().map(stay -> Frame.Staying.of(stay, Instant.now())).orElse(null),
        access.emergencyUntil().map(end -> end.atZone(ReviewWeek.CHICAGO)).orElse(null),
        here(request, path),
        rooms.at(path, synthetic),
        LanguageConfiguration.LANGUAGES.stream()
            .map(language -> language(language, path, query(request)))
            .toList());
  }

  private static String here(HttpServletRequest request, String path) {
    if (!request.getMethod().equals("GET")) {
      return "/";
    }
    String query = query(request);
    return query.isEmpty() ? path : path + "?" + query;
  }

  /** The address the person asked for, also when the page that answers tells of an error. */
  private static String path(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return failed instanceof String uri ? uri : request.getRequestURI();
  }

  private static String query(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING);
    String query = failed instanceof String asked ? asked : request.getQueryString();
    return query == null ? "" : query;
  }

  private static Frame.Language language(Locale language, String path, String query) {
    List<String> kept =
        Arrays.stream(query.split("&"))
            .filter(part -> !part.isEmpty() && !part.startsWith("language="))
            .toList();
    String address =
        path
            + kept.stream()
                .map(part -> part + "&")
                .collect(Collectors.joining("", "?", "language=" + language.getLanguage()));
    String name = language.getDisplayLanguage(language);
    return new Frame.Language(
        language.getLanguage(),
        name.substring(0, 1).toUpperCase(language) + name.substring(1),
        address);
  }
}

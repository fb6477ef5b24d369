package org.cscc.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cscc.kernel.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows a refusal with its rule and a plain sentence: as a page to people, as a problem to
 * programs.
 */
@ControllerAdvice
class RefusalPage {
  /** What another try with the same form, or another choice in it, can mend. */
  private static final Set<Refused.Kind> CORRECTABLE =
      EnumSet.of(Refused.Kind.INVALID, Refused.Kind.CONFLICT, Refused.Kind.FORBIDDEN);

  static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
  private final RefusalWords words;
  private final PageFrame frame;
  private final FormAgain forms;

  RefusalPage(RefusalWords words, PageFrame frame, FormAgain forms) {
    this.words = words;
    this.frame = frame;
    this.forms = forms;
  }

  @ExceptionHandler(Refused.class)
  Object refused(
      Refused refusal, HttpServletRequest request, HttpServletResponse response, Locale locale) {
    HttpStatus status = status(refusal.kind());
    String sentence = words.said(locale, refusal.messageKey(), refusal.arguments());
    if (request.getRequestURI().startsWith("/api/")) {
      ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
      problem.setType(URI.create("/problems/" + refusal.rule().toLowerCase(Locale.ROOT)));
      problem.setTitle(status.getReasonPhrase());
      problem.setProperty("rule", refusal.rule());
      return ResponseEntity.status(status)
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(problem);
    }
    if (request.getMethod().equals("POST") && CORRECTABLE.contains(refusal.kind())) {
      Optional<String> again =
          forms.shown(
              request,
              response,
              words.of(refusal.rule(), sentence, refusal.kind() == Refused.Kind.INVALID, locale));
      if (again.isPresent()) {
        return ResponseEntity.status(status).contentType(HTML).body(again.get());
      }
    }
    response.setStatus(status.value());
    ModelAndView page = new ModelAndView("site/refused", status);
    page.addObject("sentence", sentence);
    page.addObject("rule", refusal.rule());
    page.addObject("back", forms.page(request).orElse(null));
    page.addObject("typed", words(request));
    page.addObject("frame", frame.frame(request));
    return page;
  }

  /**
   * The words that somebody typed into a form that is not there any more, to be taken along: what
   * holds a space is words, and what goes along with a password may be one.
   */
  private static List<String> words(HttpServletRequest request) {
    Map<String, String[]> sent = request.getParameterMap();
    if (!request.getMethod().equals("POST")
        || sent.keySet().stream().anyMatch(name -> name.contains("password"))) {
      return List.of();
    }
    return sent.entrySet().stream()
        .filter(field -> !field.getKey().equals(Refused.FORM_PAGE))
        .flatMap(field -> Arrays.stream(field.getValue()))
        .map(String::strip)
        .filter(value -> value.chars().anyMatch(Character::isWhitespace))
        .distinct()
        .toList();
  }

  private static HttpStatus status(Refused.Kind kind) {
    return switch (kind) {
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
      case NOT_FOUND -> HttpStatus.NOT_FOUND;
      case CONFLICT -> HttpStatus.CONFLICT;
      case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
      case TOO_OFTEN -> HttpStatus.TOO_MANY_REQUESTS;
    };
  }
}

package org.cscc.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import org.cscc.kernel.Refused;
import org.springframework.context.MessageSource;
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
  private final MessageSource messages;
  private final PageFrame frame;

  RefusalPage(MessageSource messages, PageFrame frame) {
    this.messages = messages;
    this.frame = frame;
  }

  @ExceptionHandler(Refused.class)
  Object refused(
      Refused refusal, HttpServletRequest request, HttpServletResponse response, Locale locale) {
    HttpStatus status = status(refusal.kind());
    String sentence = messages.getMessage(refusal.messageKey(), refusal.arguments(), locale);
    if (request.getRequestURI().startsWith("/api/")) {
      ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
      problem.setType(URI.create("/problems/" + refusal.rule().toLowerCase(Locale.ROOT)));
      problem.setTitle(status.getReasonPhrase());
      problem.setProperty("rule", refusal.rule());
      return ResponseEntity.status(status)
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(problem);
    }
    response.setStatus(status.value());
    ModelAndView page = new ModelAndView("site/refused", status);
    page.addObject("sentence", sentence);
    page.addObject("rule", refusal.rule());
    page.addObject("frame", frame.frame(request));
    return page;
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

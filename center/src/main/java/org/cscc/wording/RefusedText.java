package org.cscc.wording;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cscc.kernel.UnfitWording;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Answers when a text was refused: people see it marked, programs get the kinds and the places. */
@ControllerAdvice
class RefusedText {
  static final String ATTRIBUTE = RefusedText.class.getName();
  private final MessageSource messages;

  RefusedText(MessageSource messages) {
    this.messages = messages;
  }

  @ExceptionHandler(UnfitWording.class)
  Object refused(UnfitWording refused, HttpServletRequest request, Locale locale) {
    if (request.getRequestURI().startsWith("/api/")) {
      return ResponseEntity.unprocessableContent()
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(problem(refused, locale));
    }
    request.setAttribute(ATTRIBUTE, refused);
    return new ModelAndView("forward:/wording/refused");
  }

  private ProblemDetail problem(UnfitWording refused, Locale locale) {
    String kinds =
        refused.marks().stream()
            .map(mark -> messages.getMessage("wording.kind." + mark.kind(), null, locale))
            .distinct()
            .collect(Collectors.joining(" "));
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.UNPROCESSABLE_CONTENT,
            messages.getMessage("wording.refused.what", null, locale) + " " + kinds);
    problem.setType(URI.create("/problems/" + UnfitWording.RULE.toLowerCase(Locale.ROOT)));
    problem.setTitle(HttpStatus.UNPROCESSABLE_CONTENT.getReasonPhrase());
    problem.setProperty("rule", UnfitWording.RULE);
    problem.setProperty("field", refused.field());
    problem.setProperty("marks", refused.marks());
    return problem;
  }
}

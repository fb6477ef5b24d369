package org.cscc.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** A field that holds no day or no number: the form comes back and says which. */
@ControllerAdvice
class UnreadableField {
  private final FormAgain forms;
  private final RefusalWords words;

  UnreadableField(FormAgain forms, RefusalWords words) {
    this.forms = forms;
    this.words = words;
  }

  @ExceptionHandler
  @Nullable ResponseEntity<String> form(
      BindException broken, HttpServletRequest request, HttpServletResponse response, Locale locale)
      throws IOException {
    return answer(
        broken.getFieldErrors().stream()
            .map(field -> Objects.toString(field.getRejectedValue(), ""))
            .toList(),
        request,
        response,
        locale);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<String> field(
      MethodArgumentTypeMismatchException broken,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale)
      throws IOException {
    return answer(List.of(Objects.toString(broken.getValue(), "")), request, response, locale);
  }

  private @Nullable ResponseEntity<String> answer(
      List<String> unread, HttpServletRequest request, HttpServletResponse response, Locale locale)
      throws IOException {
    Optional<String> again =
        request.getMethod().equals("POST") && !request.getRequestURI().startsWith("/api/")
            ? forms.shown(
                request,
                response,
                words.of(
                    "R-SITE-UNREADABLE",
                    words.said(
                        locale,
                        "site.refused.unreadable",
                        unread.stream().distinct().collect(Collectors.joining("”, “"))),
                    true,
                    locale))
            : Optional.empty();
    if (again.isEmpty()) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return null;
    }
    return ResponseEntity.badRequest().contentType(RefusalPage.HTML).body(again.get());
  }
}

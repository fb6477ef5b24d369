package org.cscc.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Audited;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Notes what handlers marked {@link Audited} hand out: after the handler has found it and before a
 * page shows it or a file's first byte leaves, so that nothing is handed out whose note can not be
 * written.
 */
@ControllerAdvice
class AuditedHandlers implements WebMvcConfigurer, HandlerInterceptor, ResponseBodyAdvice<Object> {
  private static final String DONE = AuditedHandlers.class.getName();

  private final AuditTrail trail;

  AuditedHandlers(AuditTrail trail) {
    this.trail = trail;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      Audited audited = method.getMethodAnnotation(Audited.class);
      if (audited != null) {
        Runnable note = () -> note(audited, request, response);
        request.setAttribute(AuditTrail.NOW, note);
      }
    }
    return true;
  }

  @Override
  public boolean supports(
      MethodParameter handler, Class<? extends HttpMessageConverter<?>> converter) {
    return handler.hasMethodAnnotation(Audited.class);
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter handler,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    Audited audited = handler.getMethodAnnotation(Audited.class);
    if (audited != null
        && request instanceof ServletServerHttpRequest asked
        && response instanceof ServletServerHttpResponse answer) {
      note(audited, asked.getServletRequest(), answer.getServletResponse());
    }
    return body;
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView page) {
    if (request.getAttribute(AuditTrail.REFUSED) instanceof String rule) {
      Refusals.remember(request, rule);
    }
    if (handler instanceof HandlerMethod method) {
      Audited audited = method.getMethodAnnotation(Audited.class);
      if (audited != null) {
        note(audited, request, response);
      }
    }
  }

  /** Once for each request. */
  private void note(Audited audited, HttpServletRequest request, HttpServletResponse response) {
    if (request.getAttribute(DONE) == null
        && response.getStatus() < HttpServletResponse.SC_BAD_REQUEST) {
      request.setAttribute(DONE, true);
      Object rows = request.getAttribute(AuditTrail.ROWS);
      trail.note(
          AuditNote.of(
              audited.value(),
              audited.kind(),
              record(audited.record(), request),
              rows instanceof Number number ? number.longValue() : 1));
    }
  }

  private static String record(String pattern, HttpServletRequest request) {
    String record = pattern;
    if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
        instanceof Map<?, ?> variables) {
      for (Map.Entry<?, ?> variable : variables.entrySet()) {
        record = record.replace("{" + variable.getKey() + "}", String.valueOf(variable.getValue()));
      }
    }
    return record;
  }
}

package org.cscc.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Audited;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Notes what handlers marked {@link Audited} hand out: after the handler has found it and before a
 * page shows it, so that a page whose note can not be written is not shown.
 */
@Configuration(proxyBeanMethods = false)
class AuditedHandlers implements WebMvcConfigurer, HandlerInterceptor {
  private final AuditTrail trail;

  AuditedHandlers(AuditTrail trail) {
    this.trail = trail;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView page) {
    if (handler instanceof HandlerMethod method) {
      Audited audited = method.getMethodAnnotation(Audited.class);
      if (audited != null && response.getStatus() < HttpServletResponse.SC_BAD_REQUEST) {
        Object rows = request.getAttribute(AuditTrail.ROWS);
        trail.note(
            AuditNote.of(
                audited.value(),
                audited.kind(),
                record(audited.record(), request),
                rows instanceof Number number ? number.longValue() : 1));
      }
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

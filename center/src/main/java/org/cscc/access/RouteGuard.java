package org.cscc.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.cscc.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Closes every route of ours that does not say what it asks, and hands decisions to those that do.
 */
@Component
class RouteGuard implements HandlerInterceptor, HandlerMethodArgumentResolver {
  private final Access access;

  RouteGuard(Access access) {
    this.access = access;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (handler instanceof HandlerMethod method
        && method.getBeanType().getPackageName().startsWith("org.cscc")
        && !openToAll(method)) {
      Capability asked =
          AskedFor.by(method)
              .orElseThrow(
                  () -> new Refused(Refused.Kind.FORBIDDEN, "R-ACCESS-02", "access.refused.route"));
      return allowed(request, response, asked);
    }
    return true;
  }

  /** A page that only waits for the person's word leads to where it is given, and back. */
  private boolean allowed(
      HttpServletRequest request, HttpServletResponse response, Capability capability)
      throws IOException {
    try {
      access.require(capability);
      return true;
    } catch (Refused refusal) {
      if (refusal.rule().equals("R-HRIT-07")
          && request.getMethod().equals("GET")
          && !request.getRequestURI().startsWith("/api/")) {
        String next = URLEncoder.encode(request.getRequestURI(), StandardCharsets.UTF_8);
        response.sendRedirect("/access/acknowledgement?next=" + next);
        return false;
      }
      throw refusal;
    }
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Decision.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    Requires own = parameter.getMethodAnnotation(Requires.class);
    Requires requires =
        own != null
            ? own
            : AnnotatedElementUtils.findMergedAnnotation(
                parameter.getContainingClass(), Requires.class);
    if (requires == null) {
      throw new IllegalStateException(
          parameter.getMethod() + " takes a decision and requires none");
    }
    return access.require(requires.value());
  }

  private static boolean openToAll(HandlerMethod method) {
    return method.hasMethodAnnotation(OpenToAll.class)
        || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), OpenToAll.class);
  }
}

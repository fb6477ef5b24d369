package org.cscc.site;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.cscc.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Shows a form again that was refused, with everything that was typed in it. The page it stood on
 * is made anew, as if the person had opened it, and filled; so no form has to remember anything of
 * its own, and a page that the person may not open any more does not come back this way either.
 */
@Component
class FormAgain {
  private static final Logger LOG = LoggerFactory.getLogger(FormAgain.class);
  private final ObjectProvider<DispatcherServlet> servlet;
  private final ObjectProvider<RequestMappingHandlerMapping> routes;

  FormAgain(
      ObjectProvider<DispatcherServlet> servlet,
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> routes) {
    this.servlet = servlet;
    this.routes = routes;
  }

  /** The page of ours that the form stood on, with its query; empty when nobody can tell. */
  Optional<String> page(HttpServletRequest request) {
    String told = request.getParameter(Refused.FORM_PAGE);
    return address(told == null ? request.getHeader("Referer") : told)
        .filter(page -> ours(new PageRequest(request, page)));
  }

  /** The page with the form filled and the reason on top of it; empty when the form is gone. */
  Optional<String> shown(
      HttpServletRequest request, HttpServletResponse response, RefilledForm.Reason reason) {
    return page(request)
        .flatMap(
            page ->
                made(new PageRequest(request, page), response)
                    .flatMap(
                        html ->
                            RefilledForm.fill(
                                html,
                                page,
                                request.getRequestURI(),
                                request.getParameterMap(),
                                reason)));
  }

  private Optional<String> made(PageRequest asked, HttpServletResponse response) {
    PageAnswer answer = new PageAnswer(response);
    try {
      servlet.getObject().service(asked, answer);
      return answer.page();
    } catch (ServletException | IOException | RuntimeException e) {
      // The reason is told all the same, on a page of its own.
      // Without its address, which may open something: an invitation, a calendar.
      LOG.warn("The page of a refused form did not come about", e);
      return Optional.empty();
    }
  }

  private boolean ours(PageRequest asked) {
    try {
      HandlerExecutionChain chain = routes.getObject().getHandler(asked);
      return chain != null
          && chain.getHandler() instanceof HandlerMethod method
          && method.getBeanType().getPackageName().startsWith("org.cscc");
    } catch (Exception e) {
      // The mapping says so when an address takes no GET.
      return false;
    }
  }

  /** Path and query alone: whatever host it names, it is asked of this center. */
  private static Optional<String> address(@Nullable String told) {
    try {
      URI uri = URI.create(told == null ? "" : told);
      String path = uri.getRawPath();
      if (path == null || !path.startsWith("/") || path.startsWith("//")) {
        return Optional.empty();
      }
      return Optional.of(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

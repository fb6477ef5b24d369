package org.cscc.site;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the page about a form that is too large or broken be made: the server refuses again whenever
 * a field of it is asked for, and the page would not come about. It is read as empty.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class UnreadableForm extends OncePerRequestFilter {
  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean broken = request.getDispatcherType() == DispatcherType.ERROR && unreadable(request);
    chain.doFilter(broken ? new Empty(request) : request, response);
  }

  private static boolean unreadable(HttpServletRequest request) {
    try {
      request.getParameterMap();
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  private static final class Empty extends HttpServletRequestWrapper {
    private Empty(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getContentType() {
      return null;
    }

    @Override
    public @Nullable String getParameter(String name) {
      return null;
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      return null;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return Map.of();
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.emptyEnumeration();
    }
  }
}

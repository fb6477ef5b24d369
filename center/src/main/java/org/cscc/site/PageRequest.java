package org.cscc.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The same person asks for a page, in the middle of an answer to a form. */
final class PageRequest extends HttpServletRequestWrapper {
  /** What the server of the form remembers of that form, and a page must not take for its own. */
  private static final String OF_THE_FORM = "org.springframework.web.";

  private final String path;
  private final @Nullable String query;
  private final Map<String, String[]> parameters = new LinkedHashMap<>();
  private final Map<String, @Nullable Object> attributes = new HashMap<>();

  PageRequest(HttpServletRequest form, String page) {
    super(form);
    int mark = page.indexOf('?');
    path = mark < 0 ? page : page.substring(0, mark);
    query = mark < 0 ? null : page.substring(mark + 1);
    UriComponentsBuilder.fromUriString(page)
        .build()
        .getQueryParams()
        .forEach(
            (name, values) ->
                parameters.put(
                    decoded(name),
                    values.stream().map(PageRequest::decoded).toArray(String[]::new)));
  }

  private static String decoded(@Nullable String written) {
    return written == null
        ? ""
        : UriUtils.decode(written.replace('+', ' '), StandardCharsets.UTF_8);
  }

  @Override
  public String getMethod() {
    return "GET";
  }

  @Override
  public String getRequestURI() {
    return path;
  }

  @Override
  public StringBuffer getRequestURL() {
    StringBuffer form = ((HttpServletRequest) getRequest()).getRequestURL();
    String there = ((HttpServletRequest) getRequest()).getRequestURI();
    return form.replace(form.length() - there.length(), form.length(), path);
  }

  @Override
  public String getServletPath() {
    return UriUtils.decode(path, StandardCharsets.UTF_8);
  }

  @Override
  public @Nullable String getQueryString() {
    return query;
  }

  @Override
  public @Nullable String getContentType() {
    return null;
  }

  @Override
  public int getContentLength() {
    return 0;
  }

  @Override
  public @Nullable String getParameter(String name) {
    String[] values = parameters.get(name);
    return values == null || values.length == 0 ? null : values[0];
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    return parameters.get(name);
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return Collections.unmodifiableMap(parameters);
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(parameters.keySet());
  }

  @Override
  public @Nullable Object getAttribute(String name) {
    return attributes.containsKey(name) || name.startsWith(OF_THE_FORM)
        ? attributes.get(name)
        : super.getAttribute(name);
  }

  @Override
  public void setAttribute(String name, @Nullable Object value) {
    attributes.put(name, value);
  }

  @Override
  public void removeAttribute(String name) {
    attributes.put(name, null);
  }
}

package org.cscc.site;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps a page that is made in the middle of another answer; none of its headers go out. */
final class PageAnswer extends HttpServletResponseWrapper {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintWriter writer =
      new PrintWriter(new OutputStreamWriter(written, StandardCharsets.UTF_8));
  private int status = SC_OK;
  private @Nullable String type;

  PageAnswer(HttpServletResponse answer) {
    super(answer);
  }

  /** The page; empty when it was refused, moved or is no page. */
  Optional<String> page() {
    writer.flush();
    return status == SC_OK && type != null && type.startsWith("text/html")
        ? Optional.of(written.toString(StandardCharsets.UTF_8))
        : Optional.empty();
  }

  @Override
  public int getStatus() {
    return status;
  }

  @Override
  public void setStatus(int code) {
    status = code;
  }

  @Override
  public void sendError(int code) {
    status = code;
  }

  @Override
  public void sendError(int code, String message) {
    status = code;
  }

  @Override
  public void sendRedirect(String location) {
    status = SC_FOUND;
  }

  @Override
  public void sendRedirect(String location, int code, boolean clear) {
    status = code;
  }

  @Override
  public @Nullable String getContentType() {
    return type;
  }

  @Override
  public void setContentType(@Nullable String said) {
    type = said;
  }

  @Override
  public String getCharacterEncoding() {
    return StandardCharsets.UTF_8.name();
  }

  @Override
  public PrintWriter getWriter() {
    return writer;
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return new ServletOutputStream() {
      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        throw new IllegalStateException("A page is written at once");
      }

      @Override
      public void write(int one) {
        written.write(one);
      }

      @Override
      public void write(byte[] bytes, int from, int count) {
        written.write(bytes, from, count);
      }
    };
  }

  @Override
  public boolean isCommitted() {
    return false;
  }

  @Override
  public void flushBuffer() {
    writer.flush();
  }

  @Override
  public void reset() {
    resetBuffer();
  }

  @Override
  public void resetBuffer() {
    writer.flush();
    written.reset();
  }

  @Override
  public void setCharacterEncoding(@Nullable String encoding) {}

  @Override
  public void setLocale(@Nullable Locale locale) {}

  @Override
  public void setContentLength(int length) {}

  @Override
  public void setContentLengthLong(long length) {}

  @Override
  public void addCookie(Cookie cookie) {}

  @Override
  public void setHeader(String name, @Nullable String value) {
    if (name.equalsIgnoreCase("Content-Type")) {
      type = value;
    }
  }

  @Override
  public void addHeader(String name, @Nullable String value) {}

  @Override
  public void setIntHeader(String name, int value) {}

  @Override
  public void addIntHeader(String name, int value) {}

  @Override
  public void setDateHeader(String name, long value) {}

  @Override
  public void addDateHeader(String name, long value) {}
}

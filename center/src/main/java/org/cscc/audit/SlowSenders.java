package org.cscc.audit;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.coyote.Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Ends connections whose request head does not arrive in time, with an answer. Tomcat gives up, and
 * says nothing, when nothing comes for a while; here, too, when a byte comes now and then. A
 * connection without a request that has begun is idle, and Tomcat's own affair.
 */
final class SlowSenders implements Handler<NioChannel> {
  private static final String PROBLEM =
      """
      {"type":"/problems/r-site-slow","title":"Request Timeout","status":408,"rule":"R-SITE-SLOW",\
      "detail":"The request took too long to arrive. Nothing was changed. Send it again."}
      """;
  private static final byte[] ANSWER =
      ("HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nX-Content-Type-Options: nosniff\r\n"
              + "Content-Type: application/problem+json\r\nContent-Length: "
              + PROBLEM.length()
              + "\r\n\r\n"
              + PROBLEM)
          .getBytes(StandardCharsets.US_ASCII);

  private final Handler<NioChannel> tomcat;
  private final Map<SocketWrapperBase<NioChannel>, Long> begun = new ConcurrentHashMap<>();
  private volatile long longest = Long.MAX_VALUE;
  private volatile Consumer<String> heard = address -> {};

  SlowSenders(Handler<NioChannel> tomcat) {
    this.tomcat = tomcat;
  }

  void watch(Duration wanted, Consumer<String> listener) {
    longest = wanted.toNanos();
    heard = listener;
  }

  @Override
  public SocketState process(SocketWrapperBase<NioChannel> socket, SocketEvent event) {
    Long since = begun.get(socket);
    if (since != null
        && (event == SocketEvent.OPEN_READ
            ? System.nanoTime() - since > longest
            : gaveUp(socket))) {
      begun.remove(socket);
      answer(socket);
      heard.accept(socket.getRemoteAddr());
      return tomcat.process(socket, SocketEvent.ERROR);
    }
    SocketState state = tomcat.process(socket, event);
    if (state == SocketState.LONG
        && socket.getCurrentProcessor() instanceof Processor head
        && !head.isAsync()) {
      begun.putIfAbsent(socket, System.nanoTime());
    } else {
      begun.remove(socket);
    }
    return state;
  }

  private static boolean gaveUp(SocketWrapperBase<NioChannel> socket) {
    return socket.getError() instanceof SocketTimeoutException;
  }

  private static void answer(SocketWrapperBase<NioChannel> socket) {
    try {
      socket.setError(null);
      socket.write(true, ANSWER, 0, ANSWER.length);
      socket.flush(true);
    } catch (IOException gone) {
      // Whoever sends slowly need not wait for an answer.
    }
  }

  @Override
  public Object getGlobal() {
    return tomcat.getGlobal();
  }

  @Override
  public void release(SocketWrapperBase<NioChannel> socket) {
    begun.remove(socket);
    tomcat.release(socket);
  }

  @Override
  public void pause() {
    tomcat.pause();
  }

  @Override
  public void recycle() {
    begun.clear();
    tomcat.recycle();
  }
}

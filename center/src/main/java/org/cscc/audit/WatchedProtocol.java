package org.cscc.audit;

import java.time.Duration;
import java.util.function.Consumer;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.AbstractEndpoint;
import org.apache.tomcat.util.net.NioChannel;

/**
 * Tomcat's HTTP/1.1, with a word for whoever sends the head of a request too slowly; see {@link
 * SlowSenders}. Tomcat makes it by its name, so it is public.
 */
public final class WatchedProtocol extends Http11NioProtocol {
  private final SlowSenders slow;

  /** Made by Tomcat. */
  public WatchedProtocol() {
    AbstractEndpoint<NioChannel, ?> endpoint = getEndpoint();
    this.slow = new SlowSenders(endpoint.getHandler());
    endpoint.setHandler(slow);
  }

  /**
   * Says how long the head of a request may take in all, and who hears of one that took longer.
   *
   * @param heard takes the address that sent it
   */
  void watch(Duration longest, Consumer<String> heard) {
    slow.watch(longest, heard);
  }
}

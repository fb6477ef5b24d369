package org.cscc.audit;

import java.time.Duration;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Notes what the server turns away by itself, before any filter of ours sees it: heads that are too
 * large, broken or slow, two hosts in one request, a body that stops arriving.
 */
@Component
class Doorstep implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private static final Logger LOG = LoggerFactory.getLogger(Doorstep.class);

  private final ObjectProvider<Refusals> refusals;
  private final Duration longest;

  /**
   * @param longest how long the head of a request may take in all
   */
  Doorstep(
      ObjectProvider<Refusals> refusals,
      @Value("${server.tomcat.connection-timeout:20s}") Duration longest) {
    this.refusals = refusals;
    this.longest = longest;
  }

  @Override
  public void customize(TomcatServletWebServerFactory server) {
    server.setProtocol(WatchedProtocol.class.getName());
    server.addConnectorCustomizers(
        connector -> {
          if (connector.getProtocolHandler() instanceof WatchedProtocol protocol) {
            protocol.watch(longest, address -> note(address, "slow request", 408));
          }
        });
    server.addEngineValves(new Ledger());
  }

  /** The answer has gone out; a note that can not be written must not keep the connection open. */
  private void note(@Nullable String address, String what, int status) {
    try {
      refusals.getObject().noteUnseen(address, what, status);
    } catch (RuntimeException e) {
      LOG.warn("A refusal was not noted: {} {}", status, e.getClass().getSimpleName());
    }
  }

  private final class Ledger extends ValveBase implements AccessLog {
    private Ledger() {
      super(true);
    }

    /** The server calls it for every answer, its own among them. */
    @Override
    public void log(Request request, Response response, long nanos) {
      if (request.getAttribute(Refusals.NOTED) == null) {
        String what = word(request.getMethod()) + " " + word(request.getRequestURI());
        // What a trusted proxy said of the address (RemoteIpValve), else the connection's.
        Object said = request.getAttribute(REMOTE_ADDR_ATTRIBUTE);
        note(
            said instanceof String address ? address : request.getRemoteAddr(),
            what,
            response.getStatus());
      }
    }

    private static String word(@Nullable String text) {
      return text == null || text.isEmpty() ? "-" : text;
    }

    @Override
    public void invoke(Request request, Response response)
        throws java.io.IOException, jakarta.servlet.ServletException {
      getNext().invoke(request, response);
    }

    @Override
    public void setRequestAttributesEnabled(boolean enabled) {
      // They are read where somebody has set them.
    }

    @Override
    public boolean getRequestAttributesEnabled() {
      return false;
    }
  }
}

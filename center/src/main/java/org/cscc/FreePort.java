package org.cscc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Looks whether the port is free before anything is opened or made. */
final class FreePort implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    Environment environment = event.getEnvironment();
    int port = environment.getProperty("server.port", Integer.class, 8080);
    String address = environment.getProperty("server.address", "127.0.0.1");
    try (ServerSocket probe = new ServerSocket()) {
      // As the web server does it: a port that has just been given back counts as free.
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getByName(address), port));
    } catch (IOException e) {
      throw new Busy(port);
    }
  }

  /** Another program listens on the port. */
  static final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Busy(int port) {
      super(
          "Another program already uses port "
              + port
              + " (perhaps a center that is still running). Stop it, or choose another port with"
              + " CSCC_PORT.");
    }
  }
}

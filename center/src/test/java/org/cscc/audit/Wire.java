package org.cscc.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Bytes to the center as nobody's browser would send them, and whatever comes back. */
final class Wire {
  private final int port;

  Wire(int port) {
    this.port = port;
  }

  /** Sends all at once. */
  String say(String request) throws IOException {
    return say(0, request);
  }

  /**
   * Sends a part, waits, sends the next.
   *
   * @return what came back until the center hung up; whatever came when it hung up on us
   */
  String say(int millisBetween, String... parts) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (Socket socket = new Socket("localhost", port)) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(15_000);
      try {
        for (String part : parts) {
          socket.getOutputStream().write(part.getBytes(StandardCharsets.ISO_8859_1));
          socket.getOutputStream().flush();
          if (millisBetween > 0) {
            Thread.sleep(millisBetween);
          }
        }
      } catch (IOException hungUp) {
        // The answer may be there all the same.
      }
      try {
        socket.getInputStream().transferTo(answer);
      } catch (IOException hungUp) {
        // What came before counts.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return answer.toString(StandardCharsets.ISO_8859_1);
  }
}

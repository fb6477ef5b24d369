package org.cscc.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/**
 * Which program runs the home's server, written beside the lock for the programs that come later.
 *
 * @param port of the server on the loopback address, 0 while it is not known
 * @param pid of the owning program
 * @param role {@code center} or {@code command}, empty while it is not known
 */
record HomeOwner(int port, String pid, String role) {
  static HomeOwner read(CenterHome home) throws IOException {
    Properties properties = new Properties();
    try (var in = Files.newInputStream(home.owner())) {
      properties.load(in);
    } catch (NoSuchFileException e) {
      return new HomeOwner(0, "?", "");
    }
    return new HomeOwner(
        Integer.parseInt(properties.getProperty("port", "0")),
        properties.getProperty("pid", "?"),
        properties.getProperty("role", ""));
  }

  void write(CenterHome home) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("port", Integer.toString(port));
    properties.setProperty("pid", pid);
    properties.setProperty("role", role);
    Path fresh = home.owner().resolveSibling("home.owner.new");
    try (var out = Files.newOutputStream(fresh)) {
      properties.store(out, null);
    }
    Files.move(
        fresh, home.owner(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}

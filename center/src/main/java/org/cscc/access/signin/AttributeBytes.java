package org.cscc.access.signin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The small things a session carries between two pages, as bytes: the form's secret, a notice after
 * a redirect, a form that is kept. Only known kinds of objects are read back, and bytes that an
 * earlier version of the program wrote in another shape count as nothing.
 */
final class AttributeBytes {
  private static final ObjectInputFilter KNOWN =
      ObjectInputFilter.Config.createFilter(
          "java.**;org.springframework.**;org.cscc.**;maxdepth=30;maxbytes=1000000;!*");

  private AttributeBytes() {}

  static byte @Nullable [] write(Map<String, Object> attributes) {
    if (attributes.isEmpty()) {
      return null;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new HashMap<>(attributes));
    } catch (IOException e) {
      throw new UncheckedIOException("Something in the session can not be stored", e);
    }
    return bytes.toByteArray();
  }

  @SuppressWarnings("BanSerializableRead") // filtered, and only what we wrote ourselves
  static Map<String, Object> read(byte @Nullable [] stored) {
    Map<String, Object> attributes = new HashMap<>();
    if (stored == null) {
      return attributes;
    }
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(stored))) {
      in.setObjectInputFilter(KNOWN);
      ((Map<?, ?>) in.readObject()).forEach((name, value) -> attributes.put((String) name, value));
    } catch (IOException | ClassNotFoundException | ClassCastException e) {
      attributes.clear();
    }
    return attributes;
  }
}

package org.cscc.reviews;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the tree of a packet or of minutes the same way every time, so that equal content has
 * equal bytes.
 */
final class PacketJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private PacketJson() {}

  static String write(Object tree) {
    return MAPPER.writeValueAsString(tree);
  }

  static PacketContent read(String json) {
    return MAPPER.readValue(json, PacketContent.class);
  }

  static MinutesContent readMinutes(String json) {
    return MAPPER.readValue(json, MinutesContent.class);
  }

  /** SHA-256 of the UTF-8 bytes. */
  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}

package org.cscc.places;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.cscc.places.BoundaryOutcome.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A GeoJSON file, read whole.
 *
 * @param sha256 of the bytes as they lie on the disk
 */
record BoundaryFile(String name, String sha256, JsonNode root) {
  private static final int LIMIT = 40 << 20;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Why a file was not taken at the door. */
  static final class NotTaken extends Exception {
    private final transient Problem problem;

    NotTaken(String rule, String what) {
      super(what);
      this.problem = new Problem(0, rule, what);
    }

    Problem problem() {
      return problem;
    }
  }

  static BoundaryFile read(Path file) throws NotTaken {
    byte[] stored = bytes(file);
    byte[] text = unpacked(stored);
    JsonNode root = parsed(text);
    if (!"FeatureCollection".equals(root.path("type").asString(""))
        || !root.path("features").isArray()) {
      throw new NotTaken(
          "R-PLACE-01",
          "This is JSON, but not a GeoJSON FeatureCollection with a list of features. Export the"
              + " boundaries as GeoJSON and try again.");
    }
    if (root.path("features").isEmpty()) {
      throw new NotTaken("R-PLACE-01", "The file holds no feature. Nothing was changed.");
    }
    return new BoundaryFile(file.getFileName().toString(), sha256(stored), root);
  }

  private static byte[] bytes(Path file) throws NotTaken {
    try {
      if (!Files.isRegularFile(file)) {
        throw new NotTaken("R-PLACE-01", "There is no file " + file.getFileName() + ".");
      }
      if (Files.size(file) > LIMIT) {
        throw tooLarge();
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new NotTaken("R-PLACE-01", "The file can not be read; check who may read it.");
    }
  }

  private static byte[] unpacked(byte[] stored) throws NotTaken {
    if (stored.length < 2 || stored[0] != 0x1f || (stored[1] & 0xff) != 0x8b) {
      return stored;
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(stored))) {
      byte[] text = in.readNBytes(LIMIT + 1);
      if (text.length > LIMIT) {
        throw tooLarge();
      }
      return text;
    } catch (IOException e) {
      throw new NotTaken(
          "R-PLACE-01", "The compressed file is cut off or damaged. Fetch it again.");
    }
  }

  private static NotTaken tooLarge() {
    return new NotTaken(
        "R-PLACE-01",
        "The file is larger than 40 MB. Boundaries of a city need less: simplify it and try again.");
  }

  private static JsonNode parsed(byte[] text) throws NotTaken {
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      throw new NotTaken(
          "R-PLACE-01",
          "The file is not GeoJSON text. Shapefiles, KML and CSV must be exported as GeoJSON first.");
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package org.cscc.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A row of the trail with its words.
 *
 * @param seq its number; numbers have gaps where a transaction was undone
 * @param tx its transaction
 * @param network where from, without the single machine
 */
record EventRow(
    long seq,
    long tx,
    OffsetDateTime at,
    int rows,
    int deed,
    String role,
    String org,
    String purpose,
    String kind,
    String way,
    String actor,
    String record,
    @Nullable String network,
    @Nullable String before,
    @Nullable String after) {
  /** Bytes of a row's hash that a seal keeps. */
  static final int PRINT = 8;

  /** SHA-256 over every field, each with its length before it, so that no two rows are alike. */
  byte[] hash() {
    MessageDigest digest = sha256();
    digest.update(
        ByteBuffer.allocate(36)
            .putLong(seq)
            .putLong(tx)
            .putLong(at.toEpochSecond())
            .putInt(at.getNano() / 1000)
            .putInt(rows)
            .putInt(deed)
            .array());
    for (String field :
        Arrays.asList(role, org, purpose, kind, way, actor, record, network, before, after)) {
      if (field == null) {
        digest.update(ByteBuffer.allocate(4).putInt(-1).array());
      } else {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
      }
    }
    return digest.digest();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}

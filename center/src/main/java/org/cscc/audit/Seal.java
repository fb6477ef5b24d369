package org.cscc.audit;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

/**
 * A link of the chain: the rows of one month whose transactions lie in a span that is over.
 *
 * @param fromTx first transaction, included
 * @param toTx first transaction that is not in it
 * @param prints the beginning of each row's hash in hex, in the order of the rows
 * @param previous hash of the seal before, in hex
 * @param hash SHA-256 over all of it, in hex
 */
record Seal(
    long id,
    LocalDate month,
    long fromTx,
    long toTx,
    int rows,
    String prints,
    String previous,
    String hash) {
  /** The chain begins with zeros. */
  static final String BEGINNING = "0".repeat(64);

  private static final int LETTERS = EventRow.PRINT * 2;

  static Seal over(long id, LocalDate month, long from, long to, List<EventRow> rows, String last) {
    StringBuilder prints = new StringBuilder();
    MessageDigest digest = EventRow.sha256();
    digest.update(HexFormat.of().parseHex(last));
    digest.update(
        ByteBuffer.allocate(36)
            .putLong(id)
            .putLong(month.toEpochDay())
            .putLong(from)
            .putLong(to)
            .putInt(rows.size())
            .array());
    for (EventRow row : rows) {
      byte[] hash = row.hash();
      prints.append(HexFormat.of().formatHex(hash, 0, EventRow.PRINT));
      digest.update(hash);
    }
    String hash = HexFormat.of().formatHex(digest.digest());
    return new Seal(id, month, from, to, rows.size(), prints.toString(), last, hash);
  }

  /** How many prints there are. */
  int places() {
    return prints.length() / LETTERS;
  }

  /** The print of the row at a place of the seal. */
  String print(int place) {
    return prints.substring(place * LETTERS, (place + 1) * LETTERS);
  }
}

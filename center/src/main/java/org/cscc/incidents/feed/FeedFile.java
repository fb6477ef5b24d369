package org.cscc.incidents.feed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipException;

/** Opens a file if it is text in UTF-8, plain or gzipped, and says what it is otherwise. */
public final class FeedFile {
  private static final int SAMPLE = 64 * 1024;

  private FeedFile() {}

  /**
   * Opens a file for reading its text, without a byte order mark.
   *
   * @throws FileRefused when it is something else than text in UTF-8
   */
  public static Reader open(Path file) throws FileRefused, IOException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new FileRefused(Rule.NO_FILE);
    }
    InputStream in = new BufferedInputStream(Files.newInputStream(file), SAMPLE);
    try {
      return text(unpacked(in));
    } catch (FileRefused | IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /** Whether reading broke off because a compressed file unpacks to more than a feed can be. */
  public static boolean endless(Throwable failure) {
    return failure instanceof Unpacked.Bomb;
  }

  private static InputStream unpacked(InputStream in) throws IOException, FileRefused {
    in.mark(4);
    int first = in.read();
    int second = in.read();
    in.reset();
    if (first != 0x1f || second != 0x8b) {
      return in;
    }
    try {
      return new Unpacked(in, SAMPLE);
    } catch (ZipException | java.io.EOFException e) {
      throw new FileRefused(Rule.WRONG_KIND, "gzip");
    }
  }

  private static Reader text(InputStream in) throws IOException, FileRefused {
    PushbackInputStream stream = new PushbackInputStream(in, SAMPLE);
    byte[] sample = stream.readNBytes(SAMPLE);
    if (sample.length == 0) {
      throw new FileRefused(Rule.EMPTY);
    }
    refuseOtherKinds(sample);
    refuseOtherEncodings(sample);
    int mark = startsWith(sample, 0xef, 0xbb, 0xbf) ? 3 : 0;
    if (new String(sample, mark, sample.length - mark, StandardCharsets.UTF_8).isBlank()
        && sample.length < SAMPLE) {
      throw new FileRefused(Rule.EMPTY);
    }
    stream.unread(sample, mark, sample.length - mark);
    return new InputStreamReader(
        stream,
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static void refuseOtherKinds(byte[] sample) throws FileRefused {
    String kind = kind(sample);
    if (!kind.isEmpty()) {
      throw new FileRefused(Rule.WRONG_KIND, kind);
    }
  }

  /** The kind of a file that is no table in text, by its content; empty for text. */
  private static String kind(byte[] sample) {
    if (startsWith(sample, 'P', 'K', 3, 4)) {
      String names = new String(sample, StandardCharsets.ISO_8859_1);
      return names.contains("xl/") || names.contains("[Content_Types].xml") ? "xlsx" : "zip";
    }
    if (startsWith(sample, 0xd0, 0xcf, 0x11, 0xe0)) {
      return "xls";
    }
    if (startsWith(sample, '%', 'P', 'D', 'F')) {
      return "pdf";
    }
    if (startsWith(sample, 0x1f, 0x8b)
        || startsWith(sample, 'B', 'Z', 'h')
        || startsWith(sample, 0xfd, '7', 'z')
        || startsWith(sample, '7', 'z', 0xbc, 0xaf)) {
      return "archive";
    }
    if (startsWith(sample, 0xff, 0xfe) || startsWith(sample, 0xfe, 0xff)) {
      return "";
    }
    String start =
        new String(sample, 0, Math.min(sample.length, 512), StandardCharsets.ISO_8859_1)
            .replaceFirst("^\u00ef\u00bb\u00bf", "")
            .strip()
            .toLowerCase(Locale.ROOT);
    if (start.startsWith("<")) {
      return start.startsWith("<!doctype html") || start.startsWith("<html") ? "html" : "xml";
    }
    if (start.startsWith("{") || start.startsWith("[")) {
      return "json";
    }
    return binary(sample) ? "binary" : "";
  }

  /** Control characters that no text has, unless every second byte is one, as in UTF-16. */
  private static boolean binary(byte[] sample) {
    int control = 0;
    int zeroOdd = 0;
    int zeroEven = 0;
    for (int i = 0; i < sample.length; i++) {
      if (sample[i] == 0) {
        if (i % 2 == 0) {
          zeroEven++;
        } else {
          zeroOdd++;
        }
      } else if ((sample[i] > 0 && sample[i] < 9) || (sample[i] > 13 && sample[i] < 27)) {
        control++;
      }
    }
    boolean utf16 = Math.max(zeroOdd, zeroEven) > sample.length / 3;
    return !utf16 && control + zeroOdd + zeroEven > 0;
  }

  private static void refuseOtherEncodings(byte[] sample) throws FileRefused {
    boolean wide = startsWith(sample, 0xff, 0xfe) || startsWith(sample, 0xfe, 0xff);
    for (int i = 0; i < sample.length && !wide; i++) {
      wide = sample[i] == 0;
    }
    if (wide) {
      throw new FileRefused(Rule.ENCODING, "UTF-16");
    }
    // A character may be cut by the end of the sample; four bytes are the longest.
    int whole = sample.length < SAMPLE ? sample.length : SAMPLE - 4;
    while (whole < sample.length && (sample[whole] & 0xc0) == 0x80) {
      whole++;
    }
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(sample, 0, whole));
    } catch (CharacterCodingException e) {
      throw new FileRefused(Rule.ENCODING, "Windows-1252");
    }
  }

  private static boolean startsWith(byte[] sample, int... bytes) {
    if (sample.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((sample[i] & 0xff) != (bytes[i] & 0xff)) {
        return false;
      }
    }
    return true;
  }
}

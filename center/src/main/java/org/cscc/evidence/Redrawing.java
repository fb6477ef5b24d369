package org.cscc.evidence;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.tika.Tika;

/**
 * Draws a picture anew from its pixels and keeps nothing else of the file: no place and time of the
 * camera, no second file behind or inside it, no program. What a file is, is read from its content;
 * its name and what the browser says about it are not asked.
 */
final class Redrawing {
  /** Longest side that is kept; larger ones are drawn smaller. Enough to read a house number. */
  static final int LONGEST_KEPT = 4_096;

  /** What large phone cameras take; a few bytes can claim billions, and each costs memory. */
  static final long MOST_PIXELS = 50_000_000;

  private static final float QUALITY = 0.85f;
  private static final Map<String, String> READ = Map.of("image/jpeg", "jpeg", "image/png", "png");

  private final Tika tika = new Tika();

  /** Two at a time: each holds up to some 64 MiB while it is drawn. */
  private final Semaphore turns = new Semaphore(2, true);

  /** What became of the bytes. */
  sealed interface Outcome {}

  /** A picture with nothing but its pixels. */
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way to a row; never compared
  record Drawn(String type, int width, int height, String sha256, byte[] content)
      implements Outcome {}

  /** The content is none of the kinds of pictures that are taken. */
  record NoPhoto(String seemsToBe) implements Outcome {}

  /** It claims more pixels than are drawn. */
  record TooLarge(int width, int height) implements Outcome {}

  /** It begins as a picture and can not be drawn. */
  record Broken() implements Outcome {}

  Outcome of(byte[] sent) {
    String type = tika.detect(sent);
    String format = READ.get(type);
    if (format == null) {
      return new NoPhoto(shortly(type));
    }
    turns.acquireUninterruptibly();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
      return draw(in, format, type, format.equals("jpeg") ? Turning.of(sent) : Turning.NONE);
    } catch (IOException | RuntimeException e) {
      // The readers throw whatever a broken file leads them into; none of it is ours to tell apart.
      return new Broken();
    } finally {
      turns.release();
    }
  }

  private static Outcome draw(ImageInputStream in, String format, String type, Turning turning)
      throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    ImageReader reader = readers.next();
    try {
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if ((long) width * height > MOST_PIXELS) {
        return new TooLarge(width, height);
      }
      ImageReadParam every = reader.getDefaultReadParam();
      int step = Math.ceilDiv(Math.max(width, height), LONGEST_KEPT);
      every.setSourceSubsampling(step, step, 0, 0);
      BufferedImage pixels = flat(reader.read(0, every), format, turning);
      byte[] content = written(pixels, format);
      return new Drawn(type, pixels.getWidth(), pixels.getHeight(), sha256(content), content);
    } finally {
      reader.dispose();
    }
  }

  /** The pixels alone, the right way up. */
  private static BufferedImage flat(BufferedImage read, String format, Turning turning) {
    boolean sideways = turning.sideways();
    BufferedImage flat =
        new BufferedImage(
            sideways ? read.getHeight() : read.getWidth(),
            sideways ? read.getWidth() : read.getHeight(),
            format.equals("png") && read.getColorModel().hasAlpha()
                ? BufferedImage.TYPE_INT_ARGB
                : BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = flat.createGraphics();
    AffineTransform way = turning.transform(read.getWidth(), read.getHeight());
    pen.drawImage(read, way, null);
    pen.dispose();
    return flat;
  }

  private static byte[] written(BufferedImage pixels, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      if (format.equals("jpeg")) {
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
      }
      writer.setOutput(out);
      writer.write(null, new IIOImage(pixels, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** The kind in one word, such as {@code pdf}. */
  private static String shortly(String type) {
    String word = type.substring(type.indexOf('/') + 1).toLowerCase(Locale.ROOT);
    return word.equals("octet-stream") ? "?" : word.replaceFirst("^x-", "");
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}

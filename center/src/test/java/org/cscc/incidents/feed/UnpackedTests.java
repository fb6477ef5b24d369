package org.cscc.incidents.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** A compressed file has an end, by its ratio and by its size. */
class UnpackedTests {
  private static byte[] packed(int bytes, boolean same) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Random random = new Random(7);
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      byte[] block = new byte[8192];
      for (int n = 0; n < bytes / block.length; n++) {
        if (!same) {
          random.nextBytes(block);
        }
        gzip.write(block);
      }
    }
    return out.toByteArray();
  }

  @Test
  void aBombStopsShortlyAfterWhatIsFreeAndNotAtItsEnd() throws IOException {
    byte[] bomb = packed(8 << 20, true);
    try (Unpacked in = new Unpacked(new ByteArrayInputStream(bomb), 512, 1L << 40, 1 << 20)) {
      byte[] buffer = new byte[64 * 1024];
      long[] out = {0};
      assertThatThrownBy(
              () -> {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                  out[0] += read;
                }
              })
          .isInstanceOf(Unpacked.Bomb.class);
      assertThat(out[0]).isLessThan(2 << 20);
    }
  }

  @Test
  void aFileThatIsOnlyLargeStopsAtTheMost() throws IOException {
    byte[] large = packed(3 << 20, false);
    try (Unpacked in = new Unpacked(new ByteArrayInputStream(large), 512, 2 << 20, 1 << 20)) {
      assertThatThrownBy(in::readAllBytes).isInstanceOf(Unpacked.Bomb.class);
    }
    try (Unpacked in = new Unpacked(new ByteArrayInputStream(large), 512, 4 << 20, 1 << 20)) {
      assertThat(in.readAllBytes()).hasSize(3 << 20);
    }
  }
}

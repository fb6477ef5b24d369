package org.cscc.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** A packet that was published in format 1 is read for good. */
class PacketJsonTests {
  private static final String SEAL =
      "1af8b6eab1787865c64931346ccbe31f9bc33a37bf03e6d70f10d6308b73ebdc";

  @Test
  void aPacketOfFormatOneIsReadAndWrittenBackByteForByte() throws IOException {
    String stored =
        new ClassPathResource("reviews/packet-format-1.json")
            .getContentAsString(StandardCharsets.UTF_8);
    PacketContent packet = PacketJson.read(stored);
    assertThat(packet.format()).isEqualTo(1);
    assertThat(packet.head().teamName()).isEqualTo("Englewood");
    assertThat(packet.facts().cards()).hasSize(2);
    assertThat(packet.facts().snapshot().harmed()).isEqualTo(4);
    assertThat(PacketJson.write(packet)).isEqualTo(stored);
    assertThat(HexFormat.of().formatHex(PacketJson.sha256(stored))).isEqualTo(SEAL);
  }

  @Test
  void whatALaterVersionAddsDoesNotStopThisOneFromReading() throws IOException {
    String stored =
        new ClassPathResource("reviews/packet-format-1.json")
            .getContentAsString(StandardCharsets.UTF_8);
    PacketContent packet = PacketJson.read("{\"later\":{\"more\":1}," + stored.substring(1));
    assertThat(packet).isEqualTo(PacketJson.read(stored));
  }
}

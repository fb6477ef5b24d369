package org.cscc.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.evidence.Receipt.Accepted;
import org.cscc.evidence.Receipt.TurnedAway;
import org.cscc.home.CenterTest;
import org.cscc.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Photos: what is taken in, what is left of it, and who gets to see it. */
@CenterTest
@Import(PhotosTests.Doors.class)
class PhotosTests {
  @LocalServerPort int port;
  @Autowired Photos photos;
  @Autowired Access access;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;

  @Autowired
  @Qualifier("testRecords")
  Owner owner;

  @Autowired
  @Qualifier("itemPhotos")
  Owner items;

  /** A room whose records no page shows. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Doors {
    @Bean
    Owner testRecords(Access access) {
      return new Owner() {
        @Override
        public String kind() {
          return "test-record";
        }

        @Override
        public Decision mayRead(String record) {
          return access.require(Capability.IMPORT_FEEDS);
        }
      };
    }
  }

  @Test
  void aPhotoKeepsItsPixelsAndNothingElseOfTheFile() throws IOException {
    byte[] sent = withExif(picture("jpg", 60, 30), 1);
    assertThat(text(sent)).contains("41.8781N");
    Accepted kept = accepted(sent);
    assertThat(kept.width()).isEqualTo(60);
    assertThat(text(content(kept.id()))).doesNotContain("41.8781N", "Exif", "CAMERA");
    assertThat(kept.sha256()).hasSize(64);
  }

  @Test
  void aPhotoTakenUprightStandsUpright() throws IOException {
    BufferedImage wide = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 20; y++) {
      for (int x = 0; x < 10; x++) {
        wide.setRGB(x, y, Color.RED.getRGB());
      }
    }
    Accepted kept = accepted(withExif(bytes(wide, "jpg"), 6));
    assertThat(kept.width()).isEqualTo(20);
    assertThat(kept.height()).isEqualTo(40);
    BufferedImage turned = ImageIO.read(new ByteArrayInputStream(content(kept.id())));
    assertThat(new Color(turned.getRGB(10, 3)).getRed()).isGreaterThan(180);
    assertThat(new Color(turned.getRGB(10, 36)).getRed()).isLessThan(80);
  }

  @Test
  void aSecondFileBehindOrInsideAPictureIsGone() throws IOException {
    byte[] jpeg = picture("jpg", 20, 20);
    byte[] zip = "PK\u0003\u0004<script>alert(1)</script>".getBytes(StandardCharsets.ISO_8859_1);
    Accepted behind = accepted(join(jpeg, zip));
    assertThat(text(content(behind.id()))).doesNotContain("<script>", "PK\u0003");
    byte[] png = picture("png", 20, 20);
    byte[] inside =
        join(
            Arrays.copyOf(png, 33),
            chunk("tEXt", "Comment\0<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII)),
            Arrays.copyOfRange(png, 33, png.length));
    assertThat(text(inside)).contains("<script>");
    assertThat(text(content(accepted(inside).id()))).doesNotContain("<script>");
  }

  static Stream<Arguments> noPhotos() {
    return Stream.of(
        Arguments.of("a page", "<html><script>alert(1)</script></html>", "R-EVID-02"),
        Arguments.of(
            "a drawing that runs", "<svg xmlns='http://www.w3.org/2000/svg'/>", "R-EVID-02"),
        Arguments.of("a document", "%PDF-1.7\n", "R-EVID-02"),
        Arguments.of("an animation", "GIF89a\1\0\1\0", "R-EVID-02"),
        Arguments.of("nothing", "", "R-EVID-02"),
        Arguments.of("the head of a picture", "\u0089PNG\r\n\u001a\n....", "R-EVID-05"),
        Arguments.of("another head", "\u00ff\u00d8\u00ff\u00e0rubbish", "R-EVID-05"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("noPhotos")
  void whatIsNoPhotoIsTurnedAwayWhateverItIsCalled(String what, String bytes, String rule) {
    assertThat(refused(bytes.getBytes(StandardCharsets.ISO_8859_1)).rule()).isEqualTo(rule);
  }

  @Test
  void aFewBytesThatClaimBillionsOfPixelsAreNotDrawn() {
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(60_000)
            .putInt(60_000)
            .put(new byte[] {8, 6, 0, 0, 0})
            .array();
    byte[] bomb =
        join(
            "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1),
            chunk("IHDR", header),
            chunk("IDAT", new byte[20]));
    Refused why = refused(bomb);
    assertThat(why.rule()).isEqualTo("R-EVID-03");
    assertThat(why.arguments()).containsExactly(60_000, 60_000);
  }

  @Test
  void moreThanTenMebibytesAreTurnedAway() throws IOException {
    byte[] large = join(picture("jpg", 10, 10), new byte[Photos.MOST_BYTES]);
    assertThat(refused(large).rule()).isEqualTo("R-EVID-01");
  }

  @Test
  void aLargePhotoIsKeptSmaller() throws IOException {
    Accepted kept = accepted(picture("jpg", 5_000, 100));
    assertThat(kept.width()).isEqualTo(2_500);
  }

  @Test
  void whoMaySeeTheItemSeesThePhotoAndNobodyElseLearnsThatItIsThere() throws IOException {
    UUID item = item(25);
    Accepted kept = acceptedFor(item);
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port);
        Visitor own = Visitor.as(Role.REPRESENTATIVE, accounts, port, "austin");
        Visitor other = Visitor.as(Role.REPRESENTATIVE, accounts, port, "englewood")) {
      assertThat(own.get(kept.address()).statusCode()).isEqualTo(200);
      HttpResponse<String> seen = analyst.get(kept.address());
      assertThat(seen.statusCode()).isEqualTo(200);
      assertThat(seen.headers().firstValue("Content-Type")).hasValue("image/png");
      assertThat(seen.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(seen.headers().allValues("Content-Security-Policy"))
          .containsExactly("default-src 'none'; frame-ancestors 'none'; sandbox");
      assertThat(seen.headers().firstValue("Content-Disposition"))
          .hasValue("inline; filename=\"evidence-" + kept.id() + ".png\"");
      HttpResponse<String> hidden = other.get(kept.address());
      HttpResponse<String> unknown = other.get("/evidence/" + UUID.randomUUID());
      assertThat(hidden.statusCode()).isEqualTo(404);
      assertThat(unknown.statusCode()).isEqualTo(404);
      assertThat(hidden.body().replace(kept.id().toString(), ""))
          .hasSameSizeAs(unknown.body().replaceAll("[0-9a-f-]{36}", ""));
    } finally {
      jdbc.sql("delete from actions.item where id = ?").param(item).update();
    }
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from audit.event e join audit.word k on k.id = e.kind
                    where k.word = 'evidence' and e.deed = 1 and e.record = ?
                    """)
                .param(kept.id().toString())
                .query(Integer.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  void aRecordHoldsTwentyPhotosAndTheyGoWithIt() throws IOException {
    String record = UUID.randomUUID().toString();
    byte[] one = picture("png", 4, 4);
    for (int n = 0; n < Photos.MOST_OF_A_RECORD; n++) {
      assertThat(send(record, one)).isInstanceOf(Accepted.class);
    }
    assertThat(((TurnedAway) send(record, one)).why().rule()).isEqualTo("R-EVID-04");
    assertThat(photos.forget(owner, record)).isEqualTo(Photos.MOST_OF_A_RECORD);
    assertThat(photos.of(owner, record)).isEmpty();
  }

  private UUID item(int area) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into actions.item (id, code, title, verb, pillar, priority, area, origin, state,
              created_by, created_at, changed_at)
            values (?, ?, 'A lamp for a dark corner', 'LIGHT', 'COMMUNITY_REVITALIZATION', 'P2', ?, 'TEAM', 'PROPOSED',
              'somebody', now(), now())
            """)
        .params(id, "%04X-PHOT".formatted(id.hashCode() & 0xfff), area)
        .update();
    return id;
  }

  private Accepted acceptedFor(UUID item) throws IOException {
    return (Accepted)
        photos.accept(
            access.forSystem(Capability.ENTER),
            items,
            item.toString(),
            new ByteArrayInputStream(picture("png", 12, 12)));
  }

  private Receipt send(String record, byte[] sent) {
    return photos.accept(
        access.forSystem(Capability.ENTER), owner, record, new ByteArrayInputStream(sent));
  }

  private Accepted accepted(byte[] sent) {
    return (Accepted) send(UUID.randomUUID().toString(), sent);
  }

  private Refused refused(byte[] sent) {
    return ((TurnedAway) send(UUID.randomUUID().toString(), sent)).why();
  }

  private byte[] content(UUID id) {
    return jdbc.sql("select content from evidence.picture where id = ?")
        .param(id)
        .query(byte[].class)
        .single();
  }

  private static byte[] picture(String format, int width, int height) throws IOException {
    return bytes(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format);
  }

  private static byte[] bytes(BufferedImage picture, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, format, out);
    return out.toByteArray();
  }

  /** Puts the segment of a camera behind the first two bytes: which way it was held, and where. */
  private static byte[] withExif(byte[] jpeg, int turning) {
    byte[] words = "CAMERA 41.8781N 87.6298W".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer tiff =
        ByteBuffer.allocate(26 + words.length)
            .putShort((short) 0x4d4d)
            .putShort((short) 42)
            .putInt(8)
            .putShort((short) 1)
            .putShort((short) 0x0112)
            .putShort((short) 3)
            .putInt(1)
            .putShort((short) turning)
            .putShort((short) 0)
            .putInt(0)
            .put(words);
    ByteBuffer segment =
        ByteBuffer.allocate(10 + tiff.capacity())
            .putShort((short) 0xffe1)
            .putShort((short) (8 + tiff.capacity()))
            .putInt(0x45786966)
            .putShort((short) 0)
            .put(tiff.array());
    return join(Arrays.copyOf(jpeg, 2), segment.array(), Arrays.copyOfRange(jpeg, 2, jpeg.length));
  }

  private static byte[] chunk(String name, byte[] content) {
    byte[] body = join(name.getBytes(StandardCharsets.US_ASCII), content);
    CRC32 check = new CRC32();
    check.update(body);
    return ByteBuffer.allocate(8 + body.length)
        .putInt(content.length)
        .put(body)
        .putInt((int) check.getValue())
        .array();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}

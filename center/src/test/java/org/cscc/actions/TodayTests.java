package org.cscc.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The representative's day on a phone: small, without a script, and with a photo. */
@CenterTest
class TodayTests {
  /** Of the page itself, with ten claims on it, as it travels. */
  private static final int MOST_BYTES = 12_000;

  @LocalServerPort int port;
  @Autowired Actions actions;
  @Autowired Accounts accounts;
  @Autowired Access access;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void empty() {
    jdbc.sql(
            "truncate actions.item, actions.step, actions.evidence, actions.escalation,"
                + " actions.carried, actions.once")
        .update();
    jdbc.sql("delete from evidence.picture where owner = 'action'").update();
  }

  @AfterEach
  void nobody() {
    Table.beNobody();
  }

  @Test
  void aClaimIsVerifiedWithAPhotoWhichWhoSeesTheItemSees() {
    String code = claims(1);
    try (Visitor representative = Visitor.as(Role.REPRESENTATIVE, accounts, port, "austin");
        Visitor elsewhere = Visitor.as(Role.REPRESENTATIVE, accounts, port, "englewood")) {
      Document today = representative.page("/actions/today");
      Element form = today.expectFirst("form[action$=/verify]");
      assertThat(form.attr("enctype")).isEqualTo("multipart/form-data");
      Map<String, String> fields = new HashMap<>();
      form.select("input[type=hidden]").forEach(i -> fields.put(i.attr("name"), i.val()));
      fields.remove("_csrf");
      fields.put("said", "All lamps are lit");
      HttpResponse<String> text =
          representative.upload(
              form.attr("action"),
              fields,
              "photo",
              "a.jpg",
              "hello".getBytes(StandardCharsets.UTF_8));
      assertThat(text.statusCode()).isEqualTo(422);
      assertThat(text.body()).contains("R-EVID-02");
      assertThat(send(representative, form, fields).statusCode()).isEqualTo(302);
      assertThat(send(representative, form, fields).statusCode())
          .as("sent twice over a bad line")
          .isEqualTo(302);
      assertThat(count("evidence.picture where owner = 'action'")).isEqualTo(1);
      assertThat(count("actions.step where move = 'VERIFY'")).isEqualTo(1);
      Document item = representative.page("/actions/items/" + code);
      String photo = item.select("img[src^=/evidence/]").attr("src");
      assertThat(representative.get(photo).statusCode()).isEqualTo(200);
      assertThat(elsewhere.get(photo).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void thePageIsSmallAndNeedsNoScript() throws IOException {
    claims(10);
    try (Visitor representative = Visitor.as(Role.REPRESENTATIVE, accounts, port, "austin")) {
      HttpResponse<String> page = representative.get("/actions/today");
      byte[] whole = page.body().getBytes(StandardCharsets.UTF_8);
      int travels = zipped(whole);
      int sheet =
          zipped(
              representative.get("/site/assets/theme.css").body().getBytes(StandardCharsets.UTF_8));
      System.out.println(
          "measured: the representative's day with 10 claims: "
              + whole.length
              + " bytes, "
              + travels
              + " as it travels; the theme "
              + sheet
              + " once");
      assertThat(travels).isLessThan(MOST_BYTES);
      Document read = Jsoup.parse(page.body());
      assertThat(read.select("form[action$=/verify]")).hasSize(10);
      assertThat(read.select("main img, main script, main [onclick]")).isEmpty();
      // Each form is complete by itself: what it sends stands in it.
      assertThat(read.select("form[action$=/verify] input[name=key]").eachAttr("value"))
          .doesNotHaveDuplicates();
    }
  }

  private static HttpResponse<String> send(
      Visitor visitor, Element form, Map<String, String> fields) {
    return visitor.upload(form.attr("action"), fields, "photo", "light.png", picture());
  }

  /** Claims that somebody else may look at; the code of the last. */
  private String claims(int many) {
    Table table = new Table(accounts);
    String owner = table.add(Role.DEPARTMENT_LIAISON, "CDOT");
    String code = "";
    for (int i = 0; i < many; i++) {
      table.be(table.add(Role.FACILITATOR, "MOCS", "austin"));
      code =
          actions
              .promise(
                  access.require(Capability.PROPOSE_ACTIONS),
                  null,
                  new Proposal(
                      "Repair the street light at the corner of the alley",
                      Verb.LIGHT,
                      Pillar.COMMUNITY_REVITALIZATION,
                      Priority.P3,
                      "T1",
                      25,
                      (4500 + i * 100) + " W Madison St",
                      "austin",
                      Origin.TEAM,
                      null,
                      null),
                  new Move.Assign("CDOT", owner, null, List.of()))
              .code();
      table.be(owner);
      actions.move(access.require(Capability.READ_ACTIONS), null, code, 2, new Move.Accept());
      actions.move(
          access.require(Capability.READ_ACTIONS),
          null,
          code,
          3,
          new Move.Claim(List.of(Evidence.workCode("WO " + i))));
    }
    Table.beNobody();
    return code;
  }

  private int count(String what) {
    return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
  }

  private static int zipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.size();
  }

  private static byte[] picture() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}

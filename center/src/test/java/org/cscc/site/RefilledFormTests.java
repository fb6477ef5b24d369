package org.cscc.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What was typed stands in the form again, field by field. */
class RefilledFormTests {
  private static final RefilledForm.Reason WHY =
      new RefilledForm.Reason(
          "Not possible", "The day is past.", "Kept.", "Files.", "Rule", "R-1", true);

  @Test
  void eachKindOfFieldHoldsWhatWasSent() {
    Element form =
        filled(
            """
            <form method="post" action="/a"><input type="hidden" name="version" value="4">
              <input name="title" value="old"><input type="number" name="count">
              <textarea name="note">old</textarea>
              <select name="verb"><option value="CLEAN" selected>c</option><option>LIGHT</option></select>
              <input type="radio" name="how" value="A" checked><input type="radio" name="how" value="B">
              <input type="checkbox" name="with" value="X" checked>
              <input type="checkbox" name="with" value="Y">
              <input type="password" name="secret"><input type="file" name="photo">
              <input name="line"><input name="line"><button name="verdict" value="KEPT">go</button></form>
            """,
            Map.of(
                "version", all("3"),
                "title", all("\"><script>x</script>"),
                "count", all("-5"),
                "note", all("\nfirst line is empty"),
                "verb", all("LIGHT"),
                "how", all("B"),
                "with", all("Y"),
                "secret", all("never shown"),
                "line", all("one", "two"),
                "verdict", all("TAKEN_AWAY")));
    assertThat(value(form, "title")).isEqualTo("\"><script>x</script>");
    assertThat(form.select("script")).isEmpty();
    assertThat(value(form, "count")).isEqualTo("-5");
    assertThat(form.expectFirst("textarea").wholeText()).isEqualTo("\nfirst line is empty");
    assertThat(form.select("option[selected]").eachText()).containsExactly("LIGHT");
    assertThat(form.select("[name=how][checked]").eachAttr("value")).containsExactly("B");
    assertThat(form.select("[name=with][checked]").eachAttr("value")).containsExactly("Y");
    assertThat(form.select("[name=line]").eachAttr("value")).containsExactly("one", "two");
    assertThat(value(form, "secret")).isEmpty();
    assertThat(value(form, "version")).as("the one that the person saw").isEqualTo("3");
    assertThat(form.expectFirst("button").val()).isEqualTo("KEPT");
    assertThat(form.expectFirst("[role=alert]").text())
        .isEqualTo("Not possible The day is past. Kept. Files. Rule R-1");
    assertThat(value(form, "form-page")).isEqualTo("/page?of=it");
  }

  @Test
  void whatIsRefusedForWhatTheRecordHasBecomeIsTriedAgainWithWhatItIsNow() {
    RefilledForm.Reason newer =
        new RefilledForm.Reason(
            "Not possible", "Changed.", "Kept.", "Files.", "Rule", "R-2", false);
    String html =
        """
        <form method="post" action="/a"><input type="hidden" name="version" value="4"></form>
        """;
    Document page =
        Jsoup.parse(
            RefilledForm.fill(html, "/page", "/a", Map.of("version", all("3")), newer)
                .orElseThrow());
    assertThat(value(page.expectFirst("form"), "version")).isEqualTo("4");
  }

  @Test
  void aBoxThatNobodyTickedComesBackEmpty() {
    Element form =
        filled(
            """
            <form method="post" action="/a"><input type="checkbox" name="sure" checked></form>
            """,
            Map.of());
    assertThat(form.select("[checked]")).isEmpty();
  }

  @Test
  void ofManyRowsItIsTheOneThatWasSent() {
    Document page =
        Jsoup.parse(
            RefilledForm.fill(
                    """
                    <details><form method="post" action="/a"><input type="hidden" name="id" value="1">
                      <input name="why"></form></details>
                    <details><form method="post" action="/a"><input type="hidden" name="id" value="2">
                      <details><summary>more</summary><input name="why"></details></form></details>
                    """,
                    "/page",
                    "/a",
                    Map.of("id", all("2"), "why", all("because")),
                    WHY)
                .orElseThrow());
    assertThat(page.select("[name=why]").eachAttr("value")).containsExactly("because");
    assertThat(page.select("form").getLast().select("[role=alert]")).hasSize(1);
    assertThat(page.select("details[open]")).as("nothing is hidden behind a fold").hasSize(2);
  }

  @Test
  void aFormThatIsNotThereAnyMoreIsNotInvented() {
    assertThat(
            RefilledForm.fill(
                "<form method=post action='/b'></form>", "/page", "/a", Map.of(), WHY))
        .isEmpty();
  }

  private static Element filled(String html, Map<String, String[]> sent) {
    return Jsoup.parse(RefilledForm.fill(html, "/page?of=it", "/a", sent, WHY).orElseThrow())
        .expectFirst("form");
  }

  private static String value(Element form, String name) {
    return form.select("[name=" + name + "]").attr("value");
  }

  private static String[] all(String... values) {
    return values;
  }
}

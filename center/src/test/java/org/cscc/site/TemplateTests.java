package org.cscc.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** House rules of the pages that can be seen in the templates themselves. */
class TemplateTests {
  private static final String REBOOT =
      "META-INF/resources/webjars/bootstrap/5.3.8/css/bootstrap-reboot.min.css";
  private static final Pattern CLASS = Pattern.compile("\\.(-?[a-zA-Z_][\\w-]*)");
  private static final Pattern NAMED =
      Pattern.compile("\\$\\{[^}]*\\.(byAccount|openedBy)\\b[^=}]*}");

  @Test
  void noTemplateCarriesStyleOrScriptOfItsOwn() {
    List<String> wrong = new ArrayList<>();
    forEachElement(
        (file, element) -> {
          if (element.nameIs("style") || (element.nameIs("script") && !hasSource(element))) {
            wrong.add(file + " has an inline " + element.tagName());
          }
          for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey().replaceFirst("^(th:|data-)", "");
            if (name.equals("style") || name.startsWith("on") || name.startsWith("hx-on")) {
              wrong.add(file + " " + element.tagName() + " has " + attribute.getKey());
            }
          }
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void noTemplateReachesOutToAnotherSite() {
    List<String> wrong = new ArrayList<>();
    forEachElement(
        (file, element) -> {
          for (Attribute attribute : element.attributes()) {
            boolean name = attribute.getKey().startsWith("xmlns");
            if (!name && attribute.getValue().matches("(?s).*\\b(https?:)?//[a-z].*")) {
              wrong.add(file + " " + attribute);
            }
          }
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyTableSaysInACaptionWhatItShows() {
    List<String> wrong = new ArrayList<>();
    forEachElement(
        (file, element) -> {
          if (element.nameIs("table") && element.selectFirst("caption") == null) {
            wrong.add(file + " " + element.attributes());
          }
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyFieldHasALabelAndEveryPictureItsWords() {
    List<String> wrong = new ArrayList<>();
    forEachElement(
        (file, element) -> {
          if (isField(element) && !isLabelled(element)) {
            wrong.add(file + " " + element.tagName() + element.attributes());
          }
          if (element.nameIs("img") && !element.hasAttr("alt") && !element.hasAttr("th:alt")) {
            wrong.add(file + " img" + element.attributes());
          }
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyClassIsInTheThemeBecauseNoPageHasStylesOfItsOwn() throws IOException {
    Set<String> styled = new TreeSet<>();
    CLASS.matcher(theme()).results().forEach(match -> styled.add(match.group(1)));
    Set<String> wrong = new TreeSet<>();
    forEachElement(
        (file, element) ->
            element.classNames().stream()
                .filter(name -> !styled.contains(name))
                .forEach(name -> wrong.add(file + " " + name)));
    assertThat(wrong).isEmpty();
  }

  @Test
  void allStyleSheetsTogetherAreAtMostTwentyKilobytesCompressed() throws IOException {
    assertThat(compressed(theme()) + compressed(reboot())).isLessThanOrEqualTo(20_000);
  }

  @Test
  void whoDidSomethingIsToldByTheRuleOfWhoSeesWhom() throws IOException {
    Set<String> wrong = new TreeSet<>();
    forEachElement(
        (file, element) ->
            element.attributes().asList().stream()
                .flatMap(one -> NAMED.matcher(one.getValue()).results())
                .filter(match -> !match.group().contains("#who."))
                .forEach(match -> wrong.add(file + " " + match.group())));
    assertThat(wrong).isEmpty();
  }

  private static boolean hasSource(Element script) {
    return script.hasAttr("th:src") || script.hasAttr("src");
  }

  private static boolean isField(Element element) {
    return element.nameIs("select")
        || element.nameIs("textarea")
        || (element.nameIs("input")
            && !Set.of("hidden", "submit", "button").contains(element.attr("type")));
  }

  private static boolean isLabelled(Element field) {
    Document page = field.ownerDocument();
    String id = field.hasAttr("th:id") ? field.attr("th:id") : field.id();
    return field.closest("label") != null
        || field.hasAttr("aria-label")
        || field.attr("th:attr").contains("aria-label")
        || (page != null
            && page.select("label").stream()
                .anyMatch(label -> !id.isEmpty() && id.equals(target(label))));
  }

  private static String target(Element label) {
    return label.hasAttr("th:for") ? label.attr("th:for") : label.attr("for");
  }

  private static void forEachElement(Look look) {
    for (Path file : Sources.under(Sources.TEMPLATES, ".html")) {
      Jsoup.parse(Sources.text(file)).getAllElements().forEach(element -> look.at(file, element));
    }
  }

  private static String theme() {
    return Sources.text(Sources.RESOURCES.resolve("static/site/assets/theme.css"));
  }

  private static String reboot() throws IOException {
    try (InputStream in = new ClassPathResource(REBOOT).getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static int compressed(String text) throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.size();
  }

  private interface Look {
    void at(Path file, Element element);
  }
}

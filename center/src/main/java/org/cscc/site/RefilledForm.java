package org.cscc.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cscc.kernel.Refused;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Puts what was typed back into the form of a page, and the reason of its refusal on top. */
final class RefilledForm {
  private static final Set<String> NOT_TYPED =
      Set.of("hidden", "password", "file", "submit", "button", "image", "reset");

  /**
   * The versions that the person saw. The page that is made again knows a newer one when somebody
   * else was faster; with that one the next try would write over it unseen. What is refused because
   * of it is tried again with the newer one, or it would be refused for ever.
   */
  private static final Set<String> VERSIONS = Set.of("version", "seen");

  private RefilledForm() {}

  /**
   * Why a form was refused, in the reader's language.
   *
   * @param kept says that what was typed still stands there
   * @param files says that a file has to be chosen again
   * @param typed whether it is what was typed, and not what the record has become
   */
  record Reason(
      String title,
      String sentence,
      String kept,
      String files,
      String ruleWord,
      String rule,
      boolean typed) {}

  /**
   * The page with the form filled.
   *
   * @param page address of the page, which the form carries on
   * @param action where the form was sent to
   * @param sent every field, by its name
   * @return empty when no form of the page goes there
   */
  static Optional<String> fill(
      String html, String page, String action, Map<String, String[]> sent, Reason reason) {
    Document document = Jsoup.parse(html);
    document.outputSettings().prettyPrint(false);
    return form(document, action, sent)
        .map(
            form -> {
              refill(form, sent, reason.typed());
              form.prependChild(told(form, reason));
              form.select("input[type=hidden][name=" + Refused.FORM_PAGE + "]").remove();
              form.appendElement("input")
                  .attr("type", "hidden")
                  .attr("name", Refused.FORM_PAGE)
                  .attr("value", page);
              document.title(reason.title() + ": " + document.title());
              return document.outerHtml();
            });
  }

  /** Rows of a table have the same form each: it is the one that hides the same things. */
  private static Optional<Element> form(
      Document document, String action, Map<String, String[]> sent) {
    Element best = null;
    long most = -1;
    for (Element form : document.select("form[method=post]")) {
      if (form.attr("action").equals(action)) {
        long same =
            form.select("input[type=hidden]").stream()
                .filter(field -> among(sent.get(field.attr("name")), field.val()))
                .count();
        if (same > most) {
          best = form;
          most = same;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean among(String @Nullable [] values, String value) {
    return values != null && Arrays.asList(values).contains(value);
  }

  private static void refill(Element form, Map<String, String[]> sent, boolean asSeen) {
    Map<String, List<String>> left = new HashMap<>();
    sent.forEach((name, values) -> left.put(name, new ArrayList<>(List.of(values))));
    for (Element field : form.select("input[name], textarea[name], select[name]")) {
      List<String> values = left.get(field.attr("name"));
      String type =
          field.tagName().equals("input") ? field.attr("type").toLowerCase(Locale.ROOT) : "";
      if (asSeen && VERSIONS.contains(field.attr("name")) && values != null && !values.isEmpty()) {
        field.val(values.removeFirst());
      }
      if (NOT_TYPED.contains(type)) {
        continue;
      }
      if (type.equals("checkbox")) {
        // A box that nobody ticked is not sent at all.
        tick(field, values != null && values.contains(boxValue(field)));
      } else if (values != null && type.equals("radio")) {
        tick(field, values.contains(boxValue(field)));
      } else if (values != null && field.tagName().equals("select")) {
        for (Element option : field.select("option")) {
          option.attr(
              "selected", values.contains(option.hasAttr("value") ? option.val() : option.text()));
        }
      } else if (values != null && !values.isEmpty()) {
        write(field, values.removeFirst());
      }
    }
  }

  private static String boxValue(Element box) {
    return box.hasAttr("value") ? box.val() : "on";
  }

  private static void tick(Element box, boolean ticked) {
    if (ticked) {
      open(box);
    }
    box.attr("checked", ticked);
  }

  private static void write(Element field, String value) {
    if (!value.isEmpty()) {
      open(field);
    }
    if (field.tagName().equals("textarea")) {
      field.text(value);
    } else {
      field.attr("value", value);
    }
  }

  /** What was typed is not hidden behind a fold. */
  private static void open(Element field) {
    for (Element around : field.parents()) {
      if (around.tagName().equals("details")) {
        around.attr("open", true);
      }
    }
  }

  private static Element told(Element form, Reason reason) {
    for (Element around : form.parents()) {
      if (around.tagName().equals("details")) {
        around.attr("open", true);
      }
    }
    Element told =
        new Element("div")
            .addClass("refusal")
            .attr("role", "alert")
            .attr("tabindex", "-1")
            .attr("autofocus", true);
    told.appendElement("p").appendElement("strong").text(reason.title());
    told.appendElement("p").text(reason.sentence());
    told.appendElement("p")
        .addClass("quiet")
        .text(
            form.select("input[type=file]").isEmpty()
                ? reason.kept()
                : reason.kept() + " " + reason.files())
        .appendText(" " + reason.ruleWord() + " ")
        .appendElement("code")
        .text(reason.rule());
    return told;
  }
}

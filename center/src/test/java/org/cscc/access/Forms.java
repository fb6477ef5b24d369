package org.cscc.access;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Forms as they stand on pages. */
public final class Forms {
  private Forms() {}

  /**
   * Sends the form of a page with what it hides and what is typed.
   *
   * @param move the last word of the address that it goes to; a page without such a form fails
   * @param typed wins over what the form hides
   */
  public static HttpResponse<String> send(
      Visitor visitor, Document page, String move, Map<String, String> typed) {
    Element form = page.expectFirst("form[action$=/" + move + "]");
    Map<String, String> all = hidden(form);
    all.putAll(typed);
    return visitor.post(form.attr("action"), all);
  }

  /** What a form hides: its version, its key. */
  public static Map<String, String> hidden(Element form) {
    Map<String, String> all = new HashMap<>();
    form.select("input[type=hidden]").forEach(input -> all.put(input.attr("name"), input.val()));
    return all;
  }
}

package org.cscc.acceptance;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The pages of the center and who looks at them: {@code pages.txt}, which a test of the center
 * keeps complete.
 */
final class PageList {
  private PageList() {}

  /** Every page with each account that looks at it. */
  static List<Look> all() throws IOException {
    List<Look> looks = new ArrayList<>();
    try (InputStream in =
        Objects.requireNonNull(PageList.class.getResourceAsStream("/pages.txt"))) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        String[] parts =
            Arrays.stream(line.split(" \\| ", -1)).map(String::strip).toArray(String[]::new);
        if (parts.length == 3 && !line.startsWith("#") && !parts[1].equals("-")) {
          for (String account : parts[1].split("[, ]+", -1)) {
            looks.add(new Look(parts[0], account, parts[2]));
          }
        }
      }
    }
    return looks;
  }

  /**
   * One page as one account sees it.
   *
   * @param route as the center declares it
   * @param way the address, or a page and the link on it that leads there: {@code /page -> link}
   */
  record Look(String route, String account, String way) {
    /** A name for the picture. */
    String name() {
      String page = route.replaceAll("[^a-zA-Z0-9]+", "-").replaceAll("^-|-$", "");
      return (page.isEmpty() ? "home" : page) + "." + account;
    }

    /** The address, found by the link where the page has no fixed one. */
    String address(House house, Page page) {
      String[] steps = way.split("->", -1);
      String address = house.url(steps[0].strip());
      for (int i = 1; i < steps.length; i++) {
        page.navigate(address);
        Object link =
            page.evaluate(
                "selector => document.querySelector(selector)?.href ?? null", steps[i].strip());
        if (link == null) {
          throw new AssertionError("No link " + steps[i].strip() + " on " + address);
        }
        address = link.toString();
      }
      return address;
    }
  }
}

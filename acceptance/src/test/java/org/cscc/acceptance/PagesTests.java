package org.cscc.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every page, as each account that looks at it: quiet, readable for everybody, and pictured. */
class PagesTests {
  /** One for each core of a small machine. */
  private static final int BROWSERS = 2;

  private final Gallery gallery = new Gallery();
  private final List<String> trouble = Collections.synchronizedList(new ArrayList<>());

  @Test
  void everyPageIsReadableForEverybodyAndAsksNobodyElse() throws Exception {
    House house = House.open();
    Map<String, List<PageList.Look>> byAccount = new LinkedHashMap<>();
    for (PageList.Look look : PageList.all()) {
      byAccount.computeIfAbsent(look.account(), a -> new ArrayList<>()).add(look);
    }
    Queue<Map.Entry<String, List<PageList.Look>>> waiting =
        new ConcurrentLinkedQueue<>(
            byAccount.entrySet().stream()
                .sorted(Comparator.comparingInt(account -> -account.getValue().size()))
                .toList());
    try (ExecutorService browsers = Executors.newFixedThreadPool(BROWSERS)) {
      List<Future<?>> walks = new ArrayList<>();
      for (int i = 0; i < BROWSERS; i++) {
        walks.add(browsers.submit(() -> walk(house.beside(), waiting)));
      }
      for (Future<?> walk : walks) {
        walk.get();
      }
    }
    gallery.write();
    assertThat(trouble).isEmpty();
  }

  /** Takes account after account until none waits; what failed is thrown to who waits for it. */
  private @Nullable Void walk(House house, Queue<Map.Entry<String, List<PageList.Look>>> waiting) {
    for (var account = waiting.poll(); account != null; account = waiting.poll()) {
      walk(house, account.getKey(), account.getValue());
    }
    return null;
  }

  private void walk(House house, String account, List<PageList.Look> looks) {
    Map<PageList.Look, String> addresses = new LinkedHashMap<>();
    try (BrowserContext wide = house.window(account, size(1440, 900))) {
      Page page = wide.newPage();
      for (PageList.Look look : looks) {
        try {
          addresses.put(look, look.address(house, page));
        } catch (AssertionError e) {
          trouble.add(look.name() + ": " + e.getMessage());
        }
      }
    }
    visit(house, account, addresses, "1440", size(1440, 900), "en", true);
    visit(house, account, addresses, "768", size(768, 1024), "en", false);
    visit(house, account, addresses, "360", size(360, 740).setHasTouch(true), "en", true);
    visit(house, account, addresses, "dark", dark(size(1440, 900)), "en", true);
    visit(house, account, addresses, "es", size(1440, 900), "es", true);
  }

  private void visit(
      House house,
      String account,
      Map<PageList.Look, String> addresses,
      String name,
      Browser.NewContextOptions options,
      String language,
      boolean axe) {
    try (BrowserContext context = house.window(account, options)) {
      Watch watch = new Watch(house, context);
      Page page = context.newPage();
      addresses.forEach(
          (look, address) -> {
            Response answer = page.navigate(in(language, address));
            if (answer == null || (answer.status() != 200 && !look.route().equals("/error"))) {
              trouble.add(look.name() + ": " + (answer == null ? "?" : answer.status()));
            }
            trouble.addAll(sideways(page, look, name));
            trouble.addAll(unspoken(page, look, name));
            if (axe) {
              trouble.addAll(axe(page, look, name));
            }
            gallery.take(page, look.name(), name);
            if (name.equals("1440")) {
              printed(page, look);
            }
            List<String> noted = watch.take(page);
            if (!look.route().equals("/error")) {
              trouble.addAll(noted);
            }
          });
    }
  }

  /** The page as a sheet of letter paper shows it. */
  private void printed(Page page, PageList.Look look) {
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    page.setViewportSize(816, 1056);
    gallery.take(page, look.name(), "print");
    page.setViewportSize(1440, 900);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
  }

  private static List<String> axe(Page page, PageList.Look look, String name) {
    // No page has frames, so the check needs no second page to put their results together.
    return new AxeBuilder(page)
        .setLegacyMode(true).analyze().getViolations().stream()
            .map(rule -> said(rule, look, name))
            .toList();
  }

  private static String said(Rule rule, PageList.Look look, String name) {
    return look.name()
        + " ("
        + name
        + ") axe "
        + rule.getId()
        + ": "
        + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
  }

  /** A page never scrolls sideways; what is wide scrolls by itself. */
  private static List<String> sideways(Page page, PageList.Look look, String name) {
    Object wide = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
    return wide instanceof Number number && number.intValue() > 0
        ? List.of(look.name() + " (" + name + ") is " + number + " px too wide")
        : List.of();
  }

  /** No key without a sentence reaches a reader. */
  private static List<String> unspoken(Page page, PageList.Look look, String name) {
    return page.locator("body").innerText().contains("??")
        ? List.of(look.name() + " (" + name + ") shows a key instead of a sentence")
        : List.of();
  }

  private static Browser.NewContextOptions size(int width, int height) {
    return new Browser.NewContextOptions()
        .setViewportSize(width, height)
        .setTimezoneId("America/Chicago");
  }

  private static Browser.NewContextOptions dark(Browser.NewContextOptions options) {
    return options.setColorScheme(ColorScheme.DARK);
  }

  private static String in(String language, String address) {
    int anchor = address.indexOf('#');
    String plain = anchor < 0 ? address : address.substring(0, anchor);
    return plain + (plain.contains("?") ? "&" : "?") + "language=" + language;
  }
}

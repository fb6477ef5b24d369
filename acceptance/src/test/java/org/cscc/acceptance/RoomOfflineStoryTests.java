package org.cscc.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is typed in the room of a review is never lost, with the script and a line that fails. */
class RoomOfflineStoryTests {
  private static final String PACKET = "/reviews/2026-11-15/south-shore";
  private static final String ROOM = PACKET + "/room";
  private static final int PATIENCE_MS = 40_000;

  /** What the script holds for later: what was typed, sent and refused. */
  private static final String HELD =
      "() => Object.keys(localStorage).filter(n => /(typed|waiting|refused)-/.test(n)).length";

  private static House house;

  /** A table of its own in the house of all: its review is moved to today and opened. */
  @BeforeAll
  static void aReviewInSession() throws Exception {
    house = House.open();
    try (BrowserContext window = window(false)) {
      Page page = window.newPage();
      page.navigate(house.url(PACKET));
      if (page.locator("form[action$='/publish']").count() > 0) {
        page.locator("form[action$='/publish'] button").click();
      }
      page.navigate(house.url(ROOM));
      String today = page.locator("footer time").getAttribute("datetime").substring(0, 10);
      page.locator("details:has(#move-at) > summary").click();
      page.locator("#move-at").fill(today + "T23:30");
      page.locator("#move-reason").fill("The library is open late");
      page.locator("form:has(#move-at) button").click();
      page.locator("form[action$='/room/start'] button").click();
      assertThat(page.locator("h1").innerText()).endsWith("is in session");
    }
  }

  @Test
  void whatIsWrittenOfflineArrivesOnceAndWhatIsBeingTypedStays() {
    try (BrowserContext window = window(true);
        BrowserContext other = window(false)) {
      Page page = room(window);
      List<String> sent = new CopyOnWriteArrayList<>();
      page.onRequest(request -> sent.addAll(item(request)));
      AtomicInteger cut = new AtomicInteger();
      // The line breaks once more, just when the second one travels.
      page.route(
          "**/room/items",
          route -> {
            if (data(route.request()).contains("Second") && cut.getAndIncrement() == 0) {
              route.abort();
            } else {
              route.resume();
            }
          });
      window.setOffline(true);
      capture(page, "First: light the alley");
      until(page, () -> kept(page).contains("1 of yours is kept"));
      capture(page, "Second: clean the lot");
      until(page, () -> kept(page).contains("2 of yours is kept"));
      title(page).fill("Third: still being ty");
      sent.clear();
      window.setOffline(false);
      // However many causes there are to try again, one round runs.
      page.evaluate(
          "() => { dispatchEvent(new Event('online')); dispatchEvent(new Event('online')); }");
      Page wall = other.newPage();
      until(page, () -> rows(wall, "First: light") == 1 && rows(wall, "Second: clean") == 1);
      assertThat(sent.stream().filter(one -> one.startsWith("First"))).hasSize(1);
      until(page, () -> kept(page).contains("was sent"));
      assertThat(title(page).inputValue()).isEqualTo("Third: still being ty");
      page.reload();
      assertThat(title(page).inputValue()).isEqualTo("Third: still being ty");
      assertThat(kept(page)).contains("is back in its form");
      capture(page, "Third: be at the bus stop");
      until(page, () -> rows(wall, "Third: be at") == 1);
      until(page, () -> items(page, "Third: be at") == 1);
      assertThat(title(page).inputValue()).isEmpty();
      assertThat(page.evaluate(HELD)).isEqualTo(0);
      assertThat(rows(wall, "First: light") + rows(wall, "Second: clean")).isEqualTo(2);
    }
  }

  @Test
  void aProxyWithoutACenterIsNoAnswerAndOnlyThePersonsOwnLaterWordsFollow() {
    try (BrowserContext window = window(true);
        BrowserContext other = window(false)) {
      Page page = room(window);
      page.route(
          "**/entries/note",
          route ->
              route.fulfill(
                  new Route.FulfillOptions()
                      .setStatus(503)
                      .setContentType("text/html")
                      .setBody("<h1>Service unavailable</h1>")));
      note(page, "numbers", "The number counts the whole week");
      until(page, () -> kept(page).contains("1 of yours is kept"));
      // The same words go on, before the first of them have arrived.
      note(page, "numbers", "The number counts the whole week, and the holiday");
      until(page, () -> kept(page).contains("2 of yours is kept"));
      assertThat(page.url()).endsWith("/room");
      page.unroute("**/entries/note");
      Page wall = other.newPage();
      until(
          page,
          () -> {
            wall.navigate(house.url(ROOM));
            return said(wall, "numbers").contains("whole week, and the holiday");
          });
      until(page, () -> said(page, "numbers").contains("whole week, and the holiday"));
      assertThat(page.evaluate(HELD)).isEqualTo(0);
    }
  }

  @Test
  void anOldDraftMeetsTheNewerWordsAsAConflict() {
    try (BrowserContext alices = window(true);
        BrowserContext bobs = window(false)) {
      Page alice = room(alices);
      open(alice, "promises");
      alice.locator("#note-promises").fill("The lot is cleared");
      Page bob = room(bobs);
      note(bob, "promises", "The lamps come on Monday");
      alice.reload();
      assertThat(alice.locator("#note-promises").inputValue()).isEqualTo("The lot is cleared");
      alice.locator("form:has(#note-promises) button").click();
      alice.locator("#conflict-note").waitFor();
      assertThat(alice.locator(".refusal").innerText())
          .contains("The lamps come on Monday", "The lot is cleared");
      bob.navigate(house.url(ROOM));
      assertThat(said(bob, "promises")).contains("The lamps come on Monday");
      // Who walks away from the page of the conflict has the words back, and the conflict again.
      alice.navigate(house.url(ROOM));
      assertThat(alice.locator("#note-promises").inputValue()).isEqualTo("The lot is cleared");
      alice.locator("form:has(#note-promises) button").click();
      alice.locator("#conflict-note").fill("The lamps come on Monday; the lot is cleared");
      alice.locator("form:has(#conflict-note) button").click();
      until(alice, () -> said(alice, "promises").contains("Monday; the lot is cleared"));
      assertThat(alice.url()).contains("/room").doesNotContain("/entries/");
      assertThat(alice.locator("#note-promises").inputValue())
          .isEqualTo("The lamps come on Monday; the lot is cleared");
      assertThat(alice.evaluate(HELD)).isEqualTo(0);
    }
  }

  @Test
  void whatIsRefusedLaterIsListedAndTheNextItemStays() {
    try (BrowserContext window = window(true)) {
      Page page = room(window);
      window.setOffline(true);
      capture(page, "they say it was Lil J from the 600 block");
      until(page, () -> kept(page).contains("1 of yours is kept"));
      title(page).fill("Paint the crosswalk");
      window.setOffline(false);
      page.locator("#refused > summary").waitFor();
      assertThat(title(page).inputValue()).isEqualTo("Paint the crosswalk");
      assertThat(page.locator("main").innerText())
          .as("the page is on the wall")
          .doesNotContain("Lil J");
      page.locator("#refused > summary").click();
      assertThat(page.locator("#refused").innerText()).contains("Lil J from the 600 block");
      page.locator("#refused button:has-text('See why')").click();
      page.locator("#offered").waitFor();
      page.locator("button:has-text('Save these words')").click();
      page.waitForURL(url -> !url.contains("/items"));
      assertThat(title(page).inputValue()).isEqualTo("Paint the crosswalk");
      assertThat(page.locator("#refused").isVisible()).isFalse();
      title(page).fill("");
      assertThat(page.evaluate(HELD)).isEqualTo(0);
    }
  }

  @Test
  void howTenseABlockIsLiesInNoStorageAndStaysInItsForm() {
    try (BrowserContext window = window(true)) {
      Page page = room(window);
      page.locator("details:has(#tension-block) > summary").click();
      page.locator("#tension-block").fill("7500 S Kingston Ave");
      window.setOffline(true);
      page.locator("form[action$='/tension'] button").click();
      until(page, () -> kept(page).contains("still stands in its form"));
      assertThat(page.locator("#tension-block").inputValue()).isEqualTo("7500 S Kingston Ave");
      assertThat(String.valueOf(page.evaluate("() => JSON.stringify(localStorage)")))
          .doesNotContain("Kingston");
      window.setOffline(false);
      page.locator("form[action$='/tension'] button").click();
      page.locator("#tension > summary").waitFor();
      assertThat(page.locator("main").innerText()).doesNotContain("low tension");
      page.locator("#tension > summary").click();
      assertThat(page.locator("#tension").innerText()).contains("KINGSTON", "low tension");
    }
  }

  private static BrowserContext window(boolean scripted) {
    BrowserContext window =
        house.window(
            "coordinator",
            new Browser.NewContextOptions()
                .setLocale("en-US")
                .setViewportSize(1440, 900)
                .setJavaScriptEnabled(scripted));
    window.setDefaultTimeout(PATIENCE_MS);
    return window;
  }

  private static Page room(BrowserContext window) {
    Page page = window.newPage();
    page.navigate(house.url(ROOM));
    return page;
  }

  private static Locator title(Page page) {
    return page.locator("#capture-title");
  }

  private static void capture(Page page, String title) {
    title(page).fill(title);
    title(page).press("Enter");
  }

  private static void open(Page page, String part) {
    Locator field = page.locator("#note-" + part);
    if (!field.isVisible()) {
      page.locator("details:has(#note-" + part + ") > summary").click();
    }
  }

  private static void note(Page page, String part, String words) {
    open(page, part);
    page.locator("#note-" + part).fill(words);
    page.locator("form:has(#note-" + part + ") button").click();
  }

  private static String kept(Page page) {
    return page.locator("#kept").innerText();
  }

  /** The words that stand on a part of the agenda, as this window shows them. */
  private static String said(Page page, String part) {
    Locator said = page.locator("section[aria-labelledby='" + part + "'] .said");
    return said.count() == 0 ? "" : said.first().innerText();
  }

  /** How often the center has an item, as a window without a script shows it. */
  private static int rows(Page wall, String title) {
    wall.navigate(house.url(ROOM));
    return items(wall, title);
  }

  /** Among the new items alone: each of them is an open promise of the team as well. */
  private static int items(Page page, String title) {
    return page.locator("section[aria-labelledby='read-back'] tr:has-text('" + title + "')")
        .count();
  }

  private static List<String> item(Request request) {
    return request.method().equals("POST") && request.url().endsWith("/items")
        ? List.of(data(request).replaceAll("(?s).*title=([^&]*).*", "$1"))
        : List.of();
  }

  private static String data(Request request) {
    String data = request.postData();
    return data == null ? "" : data;
  }

  private static void until(Page page, BooleanSupplier so) {
    for (int tries = 0; tries < PATIENCE_MS / 250; tries++) {
      try {
        if (so.getAsBoolean()) {
          return;
        }
      } catch (PlaywrightException e) {
        // The page was loaded anew while it was read.
      }
      page.waitForTimeout(250);
    }
    throw new AssertionError("Not in time, on " + page.url() + ": " + kept(page));
  }
}

package org.cscc.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What people do here, with a keyboard and without scripts. */
class StoriesTests {
  @Test
  void aFacilitatorSignsInByKeyboardAndOpensThePacketOfTheWeek() throws Exception {
    House house = House.open();
    try (BrowserContext context = house.browser.newContext(english())) {
      Page page = context.newPage();
      page.navigate(house.url("/"));
      tabTo(page, "name");
      page.keyboard().type("facilitator");
      page.keyboard().press("Tab");
      page.keyboard().type(house.password("facilitator"));
      page.keyboard().press("Enter");
      page.waitForURL(url -> !url.contains("/access/sign-in"));
      assertThat(page.locator("h1").innerText()).isNotBlank();

      page.keyboard().press("Tab");
      assertThat(focused(page)).isEqualTo("#main");
      page.keyboard().press("Enter");
      assertThat(page.url()).endsWith("#main");
      page.navigate(house.url("/"));
      tabUntil(page, "/reviews");
      page.keyboard().press("Enter");
      page.waitForURL("**/reviews");
      tabUntil(page, "/reviews/2");
      page.keyboard().press("Enter");
      page.waitForURL("**/reviews/2*/*");
      assertThat(page.locator("main .as-of").count()).isPositive();
    }
  }

  @Test
  void aPacketIsPreparedPublishedAndPrintedByKeyboardAlone() throws Exception {
    House house = House.open();
    try (BrowserContext context = house.window("facilitator", english())) {
      Page page = context.newPage();
      page.navigate(house.url("/reviews"));
      tabUntil(page, "/reviews/2");
      page.keyboard().press("Enter");
      page.waitForURL("**/reviews/2*/*");
      String packet = page.url();
      tabToButton(page, "/prepare");
      page.keyboard().press("Enter");
      page.waitForURL("**prepared=*");
      assertThat(page.locator("main [role=status]").innerText()).contains("Prepared");
      if (page.locator("form[action$='/publish']").count() > 0) {
        tabToButton(page, "/publish");
        page.keyboard().press("Enter");
        page.waitForURL("**published*");
      }
      assertThat(page.locator("h1 ~ .as-of .word").first().innerText()).contains("published");
      page.navigate(packet);
      assertThat(page.locator("form[action$='/publish']").count()).isZero();
      String paper = tabUntilEnding(page, ".pdf");
      APIResponse pdf = context.request().get(house.url(paper));
      assertThat(pdf.status()).isEqualTo(200);
      assertThat(new String(pdf.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }
  }

  @Test
  void theMapIsZoomedAndKeepsItsSigns() throws Exception {
    House house = House.open();
    try (BrowserContext context = house.window("analyst", english())) {
      Page page = context.newPage();
      page.navigate(house.url("/patterns/map"));
      int drawn = page.locator("svg g[data-at]").count();
      page.locator("[data-map] button").click();
      page.locator(".zoom .sign").first().waitFor();
      assertThat(drawn).isPositive();
      assertThat(page.locator(".zoom .sign").count()).isEqualTo(drawn);
      assertThat(page.locator(".zoom path.leaflet-interactive").count()).isEqualTo(77);
    }
  }

  @Test
  void theMapOfHotSpotsIsZoomedAndListAndMapSelectEachOther() throws Exception {
    House house = House.open();
    try (BrowserContext context = house.window("analyst", english())) {
      Page page = context.newPage();
      page.navigate(house.url("/patterns/hotspots"));
      Locator row = page.locator(".beside tbody tr").first();
      row.locator("a").first().focus();
      assertThat(page.locator("svg path.selected").count()).isEqualTo(1);
      page.locator("[data-map] button").click();
      page.locator(".zoom path.leaflet-interactive").first().waitFor();
      assertThat(page.locator(".zoom").isVisible()).isTrue();
      row.hover();
      assertThat(page.locator(".zoom path[stroke-width='4']").count()).isEqualTo(1);
      Object before = page.locator(".zoom path[stroke-width='4']").getAttribute("d");
      page.locator(".zoom .leaflet-control-zoom-in").click();
      page.waitForTimeout(600);
      row.hover();
      assertThat(page.locator(".zoom path[stroke-width='4']").getAttribute("d"))
          .isNotEqualTo(before);
      assertThat(page.locator("tr.selected").count()).isEqualTo(1);
    }
  }

  @Test
  void theSearchBoxLeadsToAnAreaByKeyboard() throws Exception {
    House house = House.open();
    try (BrowserContext context = house.window("facilitator", english())) {
      Page page = context.newPage();
      page.navigate(house.url("/"));
      page.locator(".search.wide input").focus();
      page.keyboard().type("lawndale");
      page.keyboard().press("Enter");
      page.waitForURL("**/site/search?q=lawndale");
      tabUntil(page, "/patterns/areas/29");
      page.keyboard().press("Enter");
      page.waitForURL("**/patterns/areas/29");
      assertThat(page.locator("h1").innerText()).isNotBlank();
    }
  }

  @Test
  void aPasskeyIsMadeAndLeadsInAlone() throws Exception {
    House house = House.open();
    try (BrowserContext context = house.browser.newContext(english())) {
      Page page = context.newPage();
      CDPSession device = context.newCDPSession(page);
      device.send("WebAuthn.enable");
      device.send("WebAuthn.addVirtualAuthenticator", phone());
      page.navigate(house.url("/access/sign-in"));
      page.locator("#name").fill("administrator");
      page.locator("#password").fill(house.password("administrator"));
      page.locator("form[action='/access/sign-in'] button").click();
      page.navigate(house.url("/access/passkeys"));
      page.locator("form[data-passkey] button").click();
      page.waitForURL(url -> url.endsWith("/access/passkeys?added"));
      assertThat(page.locator("main tbody tr").count()).isEqualTo(1);
      page.locator(".account.wide .fold > summary").click();
      page.locator(".account.wide form[action$='/access/sign-out'] button").click();
      page.waitForURL(url -> url.endsWith("/access/sign-in?signed-out"));
      page.locator("form[data-passkey] button").click();
      page.waitForURL(house.url("/"));
      page.navigate(house.url("/access/account"));
      assertThat(page.locator(".facts").innerText()).contains("a passkey");
    }
  }

  /** A phone that recognizes its owner's finger. */
  private static JsonObject phone() {
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject arguments = new JsonObject();
    arguments.add("options", options);
    return arguments;
  }

  @Test
  void theSameWorkIsPossibleWithoutAScript() throws Exception {
    House house = House.open();
    try (BrowserContext context = house.browser.newContext(english().setJavaScriptEnabled(false))) {
      Page page = context.newPage();
      page.navigate(house.url("/access/sign-in"));
      page.locator("#name").fill("facilitator");
      page.locator("#password").fill(house.password("facilitator"));
      page.locator("form[action='/access/sign-in'] button").click();
      page.locator(".wide .rooms a[href='/reviews']").click();
      page.locator("main a[href^='/reviews/2']").first().click();
      assertThat(page.locator("h1").innerText()).isNotBlank();
      page.locator(".account.wide .fold > summary").click();
      page.locator(".account.wide form[action$='/access/sign-out'] button").click();
      assertThat(page.url()).contains("signed-out");
    }
  }

  @Test
  void aFormThatIsRefusedComesBackFilledAndGoesThrough() throws Exception {
    House house = House.open();
    try (BrowserContext context =
        house.window(
            "facilitator", english().setViewportSize(360, 740).setJavaScriptEnabled(false))) {
      Page page = context.newPage();
      page.navigate(house.url("/services/new"));
      page.locator("#type").selectOption("POTHOLE");
      page.locator("#area").selectOption("25");
      page.locator("#block").fill("5700 W Madison St");
      page.locator("#note").fill("In front of the school door");
      page.locator("#number").fill("what number?");
      // By keyboard: a click waits for frames, which a page without a script may not draw.
      page.locator("main button[type=submit]").press("Enter");
      assertThat(page.locator("main form [role=alert]").innerText()).contains("still stands below");
      assertThat(page.locator("#note").inputValue()).isEqualTo("In front of the school door");
      assertThat(page.locator("#area").inputValue()).isEqualTo("25");
      page.locator("#number").fill("SR26-00000001");
      page.locator("main button[type=submit]").press("Enter");
      page.waitForURL("**/services/tasks/**");
      assertThat(page.locator("main").innerText()).contains("In front of the school door");
    }
  }

  @Test
  void thePhoneMenuOpensWithoutAScript() throws Exception {
    House house = House.open();
    try (BrowserContext context =
        house.window(
            "facilitator", english().setViewportSize(360, 740).setJavaScriptEnabled(false))) {
      Page page = context.newPage();
      page.navigate(house.url("/"));
      assertThat(page.locator(".menu nav").isVisible()).isFalse();
      page.locator(".menu > summary").click();
      page.locator(".menu .rooms a[href='/places']").click();
      assertThat(page.url()).endsWith("/places");
    }
  }

  @Test
  void theLanguageSwitchKeepsThePageAndIsRemembered() throws Exception {
    House house = House.open();
    try (BrowserContext context = house.window("facilitator", english())) {
      Page page = context.newPage();
      page.navigate(house.url("/places?language=en&side=Far%20North"));
      page.locator(".account.wide .fold > summary").click();
      page.locator(".account.wide a[hreflang=es]").click();
      assertThat(page.url()).contains("/places?side=Far%20North&language=es");
      page.navigate(house.url("/"));
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo("es");
    }
  }

  private static Browser.NewContextOptions english() {
    return new Browser.NewContextOptions().setLocale("en-US").setViewportSize(1280, 800);
  }

  private static void tabTo(Page page, String id) {
    for (int i = 0; i < 20; i++) {
      page.keyboard().press("Tab");
      if (id.equals(page.evaluate("() => document.activeElement.id"))) {
        return;
      }
    }
    throw new AssertionError("The keyboard does not reach #" + id);
  }

  private static void tabUntil(Page page, String href) {
    for (int i = 0; i < 60; i++) {
      page.keyboard().press("Tab");
      if (focused(page).startsWith(href)) {
        return;
      }
    }
    throw new AssertionError("The keyboard does not reach a link to " + href);
  }

  private static String tabUntilEnding(Page page, String end) {
    for (int i = 0; i < 80; i++) {
      page.keyboard().press("Tab");
      if (focused(page).endsWith(end)) {
        return focused(page);
      }
    }
    throw new AssertionError("The keyboard does not reach a link to a " + end);
  }

  /** The button of the form that is sent to an address with this end. */
  private static void tabToButton(Page page, String end) {
    for (int i = 0; i < 60; i++) {
      page.keyboard().press("Tab");
      Object action =
          page.evaluate(
              "() => document.activeElement.type === 'submit'"
                  + " ? document.activeElement.form.getAttribute('action') : ''");
      if (String.valueOf(action).endsWith(end)) {
        return;
      }
    }
    throw new AssertionError("The keyboard does not reach the button of " + end);
  }

  private static String focused(Page page) {
    Object href = page.evaluate("() => document.activeElement.getAttribute('href') ?? ''");
    return String.valueOf(href);
  }
}

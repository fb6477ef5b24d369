package org.cscc.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
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
  void theSameWorkIsPossibleWithoutAScript() throws Exception {
    House house = House.open();
    try (BrowserContext context = house.browser.newContext(english().setJavaScriptEnabled(false))) {
      Page page = context.newPage();
      page.navigate(house.url("/access/sign-in"));
      page.locator("#name").fill("facilitator");
      page.locator("#password").fill(house.password("facilitator"));
      page.locator("main button[type=submit]").click();
      page.locator(".wide .rooms a[href='/reviews']").click();
      page.locator("main a[href^='/reviews/2']").first().click();
      assertThat(page.locator("h1").innerText()).isNotBlank();
      page.locator(".account.wide button").click();
      assertThat(page.url()).contains("signed-out");
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

  private static String focused(Page page) {
    Object href = page.evaluate("() => document.activeElement.getAttribute('href') ?? ''");
    return String.valueOf(href);
  }
}

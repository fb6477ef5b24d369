package org.cscc.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * The running center and a browser, once for all stories of a run. Without a browser or a packaged
 * center the stories are skipped, with one line that says why.
 */
final class House {
  /** A machine that builds something else beside is slow, not wrong. */
  private static final int PATIENCE_MS = 120_000;

  private static final List<Path> CHROMIUMS =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"));
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static @Nullable House only;

  final PackagedCenter center;
  final Browser browser;
  private final Path chromium;
  private final Map<String, String> accounts;
  private final Map<String, String> sessions;

  private House(PackagedCenter center, Browser browser, Path chromium, Map<String, String> sessions)
      throws Exception {
    this.center = center;
    this.browser = browser;
    this.chromium = chromium;
    this.accounts = center.accounts();
    this.sessions = sessions;
  }

  /** The house of this run. */
  static synchronized House open() throws Exception {
    House house = only;
    if (house == null) {
      house = apart();
      only = house;
    }
    return house;
  }

  /** A house of its own, for a story that moves the clock: others live in another week then. */
  static House apart() throws Exception {
    Path chromium = CHROMIUMS.stream().filter(Files::isExecutable).findFirst().orElse(null);
    if (chromium == null || !Files.isRegularFile(PackagedCenter.JAR)) {
      String missing = chromium == null ? "chromium" : "the packaged center";
      System.out.println("Stories in the browser are skipped: there is no " + missing + ".");
      throw new TestAbortedException("no " + missing);
    }
    PackagedCenter center = PackagedCenter.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> shut(center)));
    return new House(center, browser(chromium), chromium, new ConcurrentHashMap<>());
  }

  /** The same center seen by another browser, for another thread: a browser serves one. */
  House beside() throws Exception {
    return new House(center, browser(chromium), chromium, sessions);
  }

  private static Browser browser(Path chromium) {
    return Playwright.create()
        .chromium()
        .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(FLAGS));
  }

  private static void shut(PackagedCenter center) {
    try {
      center.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Address of a page. */
  String url(String path) {
    return center.url(path);
  }

  /** Password of a demo account. */
  String password(String account) {
    String password = accounts.get(account);
    if (password == null) {
      throw new AssertionError("No demo account " + account + " among " + accounts.keySet());
    }
    return password;
  }

  /**
   * A browser window of somebody who is signed in already.
   *
   * @param account name of a demo account, or {@code stranger}
   */
  BrowserContext window(String account, Browser.NewContextOptions look) {
    if (!account.equals("stranger")) {
      look.setStorageState(sessions.computeIfAbsent(account, this::signIn));
    }
    BrowserContext window = browser.newContext(look);
    window.setDefaultTimeout(PATIENCE_MS);
    return window;
  }

  private String signIn(String account) {
    try (BrowserContext context = browser.newContext()) {
      Page page = context.newPage();
      page.navigate(url("/access/sign-in?language=en"));
      page.locator("#name").fill(account);
      page.locator("#password").fill(password(account));
      page.locator("form[action='/access/sign-in'] button").click();
      if (page.url().contains("/access/sign-in")) {
        throw new AssertionError(account + " could not sign in");
      }
      return context.storageState();
    }
  }
}

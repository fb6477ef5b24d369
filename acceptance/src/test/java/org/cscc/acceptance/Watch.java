package org.cscc.acceptance;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Notes what a page must not do: ask another site, break the content policy, fail in a script. */
final class Watch {
  private final List<String> trouble = new ArrayList<>();
  private final String home;

  Watch(House house, BrowserContext context) {
    this.home = URI.create(house.url("/")).getAuthority();
    context.onRequest(
        request -> {
          URI address = URI.create(request.url());
          if (address.getAuthority() != null && !address.getAuthority().equals(home)) {
            trouble.add("asked another site: " + request.url());
          }
        });
    context.onConsoleMessage(
        message -> {
          if (message.type().equals("error")
              || message.text().contains("Content Security Policy")) {
            trouble.add("console: " + message.text());
          }
        });
    context.onWebError(error -> trouble.add("script: " + error.error()));
    context.onResponse(
        response -> {
          if (response.status() >= 500) {
            trouble.add(response.status() + " " + response.url());
          }
        });
  }

  /** What was noted since the last call, each with the page it happened on. */
  List<String> take(Page page) {
    List<String> taken = trouble.stream().map(t -> page.url() + " " + t).toList();
    trouble.clear();
    return taken;
  }
}

package org.cscc.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

@CenterTest
class LayoutTests {
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired ResourceUrlProvider files;

  @Test
  void theLanguageSwitchKeepsWhatWasAskedFor() {
    try (Visitor stranger = Visitor.stranger(port)) {
      Document page = stranger.page("/access/sign-in?refused&language=en&from=a%20b");
      assertThat(page.select("a[hreflang=es]").eachAttr("href"))
          .isNotEmpty()
          .containsOnly("/access/sign-in?refused&from=a%20b&language=es");
    }
  }

  @Test
  void aLanguageTheHouseDoesNotSpeakIsAnsweredInEnglishAndSaysSo() {
    try (Visitor stranger = Visitor.stranger(port)) {
      Document page = stranger.page("/access/sign-in?language=fr");
      assertThat(page.select("html").attr("lang")).isEqualTo("en");
      assertThat(stranger.page("/access/sign-in?language=es").select("html").attr("lang"))
          .isEqualTo("es");
      assertThat(stranger.page("/access/sign-in").select("h1").text()).isEqualTo("Entrar");
    }
  }

  @Test
  void noAddressCarriesTheSession() {
    try (Visitor stranger = Visitor.stranger(port)) {
      assertThat(stranger.get("/access/sign-in").body()).doesNotContain("jsessionid");
    }
  }

  @Test
  void theNavigationShowsOnlyTheRoomsThatTheRoleMayEnter() {
    try (Visitor administrator = Visitor.as(Role.ADMINISTRATOR, accounts, port);
        Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      assertThat(rooms(administrator)).containsExactly("/places", "/directory");
      assertThat(rooms(analyst)).contains("/reviews", "/incidents", "/incidents/imports");
    }
  }

  @Test
  void onlyLinksToFilesAreSoughtAmongTheFiles() {
    // With a handler for every path, each link of each page is looked for in the jar.
    assertThat(files.getHandlerMap().keySet())
        .isNotEmpty()
        .allMatch(path -> path.startsWith("/site/assets/") || path.startsWith("/webjars/"));
  }

  private static List<String> rooms(Visitor visitor) {
    return visitor.page("/").select("nav.wide .rooms a").eachAttr("href");
  }
}

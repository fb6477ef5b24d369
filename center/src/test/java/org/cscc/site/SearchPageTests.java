package org.cscc.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CenterTest
class SearchPageTests {
  @LocalServerPort int port;
  @Autowired Accounts accounts;

  @Test
  void anAreaIsFoundByAPartOfItsNameItsNumberAndAnAlias() {
    try (Visitor visitor = Visitor.as(Role.ANALYST, accounts, port)) {
      assertThat(areas(visitor, "lawndale")).containsExactly("North Lawndale", "South Lawndale");
      assertThat(areas(visitor, "29")).contains("North Lawndale");
      assertThat(areas(visitor, "Little%20Village")).contains("South Lawndale");
    }
  }

  @Test
  void nothingFoundIsAStatementWithANextStep() {
    try (Visitor visitor = Visitor.as(Role.ANALYST, accounts, port)) {
      Document page = visitor.page("/site/search?q=%3Cscript%3Ezzz");
      assertThat(page.select("h1").text()).isEqualTo("Nothing matches “<script>zzz”");
      assertThat(page.select(".empty").text()).contains("Try a part of the name");
      assertThat(page.select("main script")).isEmpty();
    }
  }

  @Test
  void anAdministratorFindsAreasButNoRecords() {
    try (Visitor visitor = Visitor.as(Role.ADMINISTRATOR, accounts, port)) {
      Document page = visitor.page("/site/search?q=lawndale");
      assertThat(page.select("#areas")).isNotEmpty();
      assertThat(page.select("#packets, #blocks, #incident")).isEmpty();
    }
  }

  @Test
  void aStrangerIsSentToTheDoor() {
    try (Visitor stranger = Visitor.stranger(port)) {
      assertThat(stranger.get("/site/search?q=29").statusCode()).isIn(302, 303);
    }
  }

  private static java.util.List<String> areas(Visitor visitor, String text) {
    return visitor
        .page("/site/search?q=" + text)
        .select("section[aria-labelledby=areas] a")
        .eachText();
  }
}

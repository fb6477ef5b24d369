package org.cscc.directory.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.cscc.access.Accounts;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.cscc.home.Statements;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of services, a page at a time. */
@CenterTest
@Import(Statements.class)
class ServiceListTests {
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Hsds hsds;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  @AfterEach
  void empty() {
    jdbc.sql("delete from directory.service").update();
    jdbc.sql("delete from directory.location").update();
  }

  @Test
  void theListShows25AtOnceAndEachServiceOnce() {
    services(60);
    try (Visitor reader = Visitor.as(Role.OUTREACH, accounts, port)) {
      List<String> seen = new ArrayList<>();
      Document page = reader.page("/directory/services?need=FOOD");
      assertThat(page.select("h1").text()).isEqualTo("60 services of 61");
      assertThat(page.select(".lead").text()).contains("60 entries are grey");
      assertThat(page.select(".pages").text())
          .contains("Showing 25 of 60", "More")
          .doesNotContain("First page");
      for (int rows : new int[] {25, 25, 10}) {
        List<String> names = page.select("tbody th a").eachText();
        assertThat(names).hasSize(rows);
        seen.addAll(names);
        String next = page.select(".pages a[href*='after=']:not([href$='after='])").attr("href");
        assertThat(next.isEmpty()).isEqualTo(rows == 10);
        page = next.isEmpty() ? page : reader.page(next);
      }
      assertThat(page.select(".pages").text()).contains("Showing 10 of 60", "First page");
      assertThat(new HashSet<>(seen)).hasSize(60);
      assertThat(seen).isSorted();
      assertThat(hsds.count()).as("the file stays whole").isEqualTo(61);
      assertThat(reader.page("/directory/services?spoken=pl").select("h1").text())
          .isEqualTo("1 service of 61");
      assertThat(reader.page("/directory/services?area=25").select("h1").text())
          .isEqualTo("61 services of 61");
      assertThat(
              reader
                  .page("/directory/services?after=00000000-0000-4000-8000-000000000001")
                  .select("tbody tr"))
          .as("a service that is not there any more")
          .hasSize(25);
      assertThat(reader.page("/directory/services?need=FOOD&language=es").text())
          .contains("Se muestran 25 de 60")
          .doesNotContain("??", "{0}");
    }
  }

  @Test
  void theListAsksAsOftenHoweverManyThereAre() {
    services(1);
    try (Visitor reader = Visitor.as(Role.OUTREACH, accounts, port)) {
      int few = Statements.during(() -> reader.page("/directory/services"));
      services(60);
      assertThat(Statements.during(() -> reader.page("/directory/services"))).isEqualTo(few);
    }
  }

  /** As many with food, named in order, that were never asked, and one with housing. */
  private void services(int food) {
    empty();
    jdbc.sql(
            """
            insert into directory.service (id, organization, name, need, languages)
            select gen_random_uuid(), 'DFSS', 'Food ' || to_char(n, 'FM000'), 'FOOD', '{en}'
            from generate_series(1, ?) n
            """)
        .param(food)
        .update();
    jdbc.sql(
            """
            insert into directory.service (id, organization, name, need, languages, assured_on)
            values (gen_random_uuid(), 'CPL', 'A bed', 'HOUSING', '{pl}', current_date)
            """)
        .update();
    jdbc.sql(
            """
            insert into directory.location (id, organization, name)
            select id, organization, 'Front door' from directory.service
            """)
        .update();
    jdbc.sql(
            """
            insert into directory.offer (id, service, location)
            select id, id, id from directory.service
            """)
        .update();
  }
}

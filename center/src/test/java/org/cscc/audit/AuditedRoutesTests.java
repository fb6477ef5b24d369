package org.cscc.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cscc.access.Accounts;
import org.cscc.access.AskedFor;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.access.Tier;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.cscc.kernel.Audited;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** No file leaves the center without a note. */
@CenterTest
class AuditedRoutesTests {
  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;

  @Test
  void everyRouteThatHandsOutAFileIsAudited() {
    List<String> unnoted = new ArrayList<>();
    List<String> noted = new ArrayList<>();
    mappings
        .getHandlerMethods()
        .forEach(
            (route, handler) ->
                route.getPatternValues().stream()
                    .filter(pattern -> pattern.matches(".*\\.(csv|pdf|json|geojson|zip|xlsx)"))
                    .forEach(
                        pattern ->
                            (handler.hasMethodAnnotation(Audited.class) ? noted : unnoted)
                                .add(pattern)));
    assertThat(unnoted).isEmpty();
    assertThat(noted).hasSizeGreaterThan(6);
  }

  /** Forms to fill in, which show nothing that is kept. */
  private static final Set<String> FORMS =
      Set.of("/access/agreements/new", "/access/emergency", "/consent/new", "/vault/new");

  /** Their room notes under the person's token that they were opened, and why. */
  private static final Set<String> NOTED_INSIDE = Set.of("/vault/{id}", "/vault/cause/{id}");

  @Test
  void everyPageOfT2AndT3AndEveryAnswerOfTheApiWithRecordsIsAudited() {
    List<String> unnoted = new ArrayList<>();
    int[] looked = new int[1];
    mappings
        .getHandlerMethods()
        .forEach(
            (route, handler) -> {
              Optional<Capability> asked = AskedFor.by(handler);
              if (asked.isEmpty()
                  || !route.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                return;
              }
              Tier tier = asked.get().tier();
              for (String pattern : route.getPatternValues()) {
                boolean program = pattern.startsWith("/api/") && tier != Tier.T0;
                boolean guarded = tier == Tier.T2 || tier == Tier.T3;
                if ((program || guarded)
                    && !FORMS.contains(pattern)
                    && !NOTED_INSIDE.contains(pattern)) {
                  looked[0]++;
                  if (!handler.hasMethodAnnotation(Audited.class)) {
                    unnoted.add(pattern);
                  }
                }
              }
            });
    assertThat(unnoted).isEmpty();
    assertThat(looked[0]).isGreaterThan(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/places/areas.csv",
        "/actions/list.csv",
        "/crisis/list.csv",
        "/crisis/measures.csv",
        "/recommendations/list.csv",
        "/services/list.csv",
        "/incidents/list.csv",
        "/patterns/map.csv",
        "/patterns/hotspots.csv",
        "/patterns/themes.csv",
        "/api/v1/counts?by=area&from=2020-01-01&to=2020-01-31",
        "/api/v1/hotspots"
      })
  void everyExportIsNotedWithAsManyRowsAsItHas(String address) {
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      String body = analyst.ask(address, "Accept", "*/*").body();
      long rows =
          address.endsWith(".csv")
              ? body.lines().count() - 1
              : body.split("\"count\":|\"number\":", -1).length - 1;
      assertThat(rowsOfTheLastExport()).as(address).isEqualTo(rows);
    }
  }

  @Test
  void theDirectoryAndTheCountsOfReferralsAreNotedWithAsManyRowsAsTheyHave() {
    jdbc.sql(
            """
            insert into directory.service
              (id, organization, name, need, description, eligibility, languages, funding, phone,
               email, website, active, assured_on, version)
            select gen_random_uuid(), 'CDPH', 'Counted ' || i, 'HOUSING', '', '', array['en'], '',
              '312-555-0100', '', '', true, current_date, 1
            from generate_series(1, 3) i
            """)
        .update();
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port)) {
      int services =
          JsonMapper.builder()
              .build()
              .readTree(analyst.get("/directory/services.json").body())
              .size();
      assertThat(services).isGreaterThanOrEqualTo(3);
      assertThat(rowsOfTheLastExport()).isEqualTo(services);
      String counts = analyst.get("/referrals/counts.csv").body();
      assertThat(counts).startsWith("whose,by,of,state,count,hidden,as_of");
      assertThat(rowsOfTheLastExport()).isEqualTo(counts.lines().count() - 1);
    } finally {
      jdbc.sql("delete from directory.service where name like 'Counted %'").update();
    }
  }

  private long rowsOfTheLastExport() {
    return jdbc.sql("select rows from audit.event where deed = 3 order by seq desc limit 1")
        .query(Long.class)
        .single();
  }
}

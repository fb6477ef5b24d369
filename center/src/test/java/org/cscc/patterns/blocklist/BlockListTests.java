package org.cscc.patterns.blocklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.cscc.kernel.Refused;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The quarterly list of priority blocks. */
@CenterTest
@TestPropertySource(properties = "cscc.test-home=block-list") // a database of its own
class BlockListTests {
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Access access;
  @Autowired BlockLists lists;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void nothingIsNamedYet() {
    jdbc.sql(
            """
            truncate patterns.nomination, patterns.listed_block_step, patterns.listed_block,
              patterns.block_list
            """)
        .update();
  }

  @Test
  void rHot04AResidentNominationHasEqualStandingToAComputedOne() {
    name("4500 S Wentworth Ave", 37, Nomination.Source.RESIDENTS, "DARK");
    name("015XX S PULASKI RD", 29, Nomination.Source.DATA, "SHOOTINGS");
    name("016XX S KOMENSKY AVE", 29, Nomination.Source.RESIDENTS, "CHILDREN");
    // In the order of areas and blocks, whoever named them, and nothing asks for incidents.
    assertThat(lists.nominations())
        .extracting(Nomination::block)
        .containsExactly("015XX S PULASKI RD", "016XX S KOMENSKY AVE", "045XX S WENTWORTH AVE");
    approveAll(0);
    assertThat(lists.versions().getFirst().blocks())
        .extracting(ListedBlock::block, ListedBlock::sources)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("015XX S PULASKI RD", "DATA"),
            org.assertj.core.groups.Tuple.tuple("016XX S KOMENSKY AVE", "RESIDENTS"),
            org.assertj.core.groups.Tuple.tuple("045XX S WENTWORTH AVE", "RESIDENTS"));
  }

  @Test
  void aBlockNamedByBothIsListedOnce() {
    name("015XX S PULASKI RD", 29, Nomination.Source.DATA, "SHOOTINGS");
    name("1512 S Pulaski Rd", 29, Nomination.Source.RESIDENTS, "DARK");
    name("1512 S Pulaski Rd", 29, Nomination.Source.RESIDENTS, "DARK");
    assertThat(lists.nominations()).hasSize(2);
    approveAll(0);
    assertThat(lists.versions().getFirst().blocks())
        .singleElement()
        .extracting(ListedBlock::sources)
        .isEqualTo("DATA,RESIDENTS");
  }

  @Test
  void rHot06AListIsDecidedOnceAQuarterAndOldVersionsStay() {
    name("015XX S PULASKI RD", 29, Nomination.Source.RESIDENTS, "DARK");
    assertThat(approveAll(0)).isEqualTo(1);
    refused("R-HOT-06", () -> approveAll(1));
    // A quarter later the next version is decided; the first one stays as it was.
    jdbc.sql("update patterns.block_list set effective_from = effective_from - interval '3 months'")
        .update();
    name("016XX S KOMENSKY AVE", 29, Nomination.Source.RESIDENTS, "DARK");
    UUID second =
        lists.nominations().stream()
            .filter(n -> n.block().startsWith("016"))
            .findFirst()
            .orElseThrow()
            .id();
    assertThat(lists.approve(director(), Set.of(second), 1)).isEqualTo(2);
    List<BlockList> versions = lists.versions();
    assertThat(versions).extracting(BlockList::version).containsExactly(2, 1);
    assertThat(versions.get(0).blocks())
        .extracting(ListedBlock::block)
        .containsExactly("016XX S KOMENSKY AVE");
    assertThat(versions.get(1).blocks())
        .extracting(ListedBlock::block)
        .containsExactly("015XX S PULASKI RD");
  }

  @Test
  void rPatterns09WhoDecidesOnAnOldPageIsTold() {
    name("015XX S PULASKI RD", 29, Nomination.Source.RESIDENTS, "DARK");
    approveAll(0);
    refused("R-PATTERNS-09", () -> approveAll(0));
  }

  @Test
  void quartersBeginOnTheirFirstDay() {
    assertThat(BlockList.nextQuarter(LocalDate.of(2026, 11, 24)))
        .isEqualTo(LocalDate.of(2027, 1, 1));
    assertThat(BlockList.nextQuarter(LocalDate.of(2026, 1, 31)))
        .isEqualTo(LocalDate.of(2026, 4, 1));
    assertThat(BlockList.quarterOf(LocalDate.of(2026, 12, 31))).isEqualTo("2026-Q4");
  }

  @Test
  void aRepresentativeNamesAndTheDirectorDecidesOnThePage() {
    try (Visitor named = Visitor.as(Role.REPRESENTATIVE, accounts, port, "north-lawndale");
        Visitor director = Visitor.as(Role.DIRECTOR, accounts, port)) {
      assertThat(post(named, "1512 S Pulaski Rd", 29).statusCode()).isEqualTo(302);
      assertThat(post(named, "5000 W Madison St", 25).body()).contains("R-PATTERNS-01");
      assertThat(post(named, "somewhere", 29).body()).contains("R-PATTERNS-08");
      Document page = director.page("/patterns/blocklist?language=en");
      assertThat(page.select("main tbody tr")).hasSize(1);
      String id = page.select("input[name=chosen]").attr("value");
      HttpResponse<String> mine =
          named.post("/patterns/blocklist/versions", Map.of("chosen", id, "newest", "0"));
      assertThat(mine.statusCode()).isEqualTo(403);
      assertThat(
              director
                  .post("/patterns/blocklist/versions", Map.of("chosen", id, "newest", "0"))
                  .statusCode())
          .isEqualTo(302);
      assertThat(
              named
                  .post(
                      "/patterns/blocklist/serviced",
                      Map.of("version", "1", "block", "015XX S PULASKI RD", "area", "29"))
                  .statusCode())
          .isEqualTo(302);
      assertThat(named.page("/patterns/blocklist?language=en").select("main").text())
          .contains("served");
    }
  }

  private static HttpResponse<String> post(Visitor visitor, String block, int area) {
    return visitor.post(
        "/patterns/blocklist/nominations",
        Map.of("block", block, "area", "" + area, "source", "RESIDENTS", "reason", "DARK"));
  }

  private void name(String block, int area, Nomination.Source source, String reason) {
    lists.nominate(
        access.forSystem(Capability.NOMINATE_BLOCKS), "FACILITATOR", block, area, source, reason);
  }

  private int approveAll(int newest) {
    return lists.approve(
        director(),
        lists.nominations().stream().map(Nomination::id).collect(Collectors.toSet()),
        newest);
  }

  private Decision director() {
    return access.forSystem(Capability.APPROVE_BLOCKS);
  }

  private static void refused(
      String rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable step) {
    assertThatThrownBy(step)
        .isInstanceOfSatisfying(
            Refused.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
  }
}

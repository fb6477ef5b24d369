package org.cscc.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.access.Seats;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** R-HRIT-04 when the named account leaves: nothing is owed by nobody without anybody knowing. */
@CenterTest
class LeftOwnerTests {
  @LocalServerPort int port;
  @Autowired LeftOwners left;
  @Autowired Actions actions;
  @Autowired Accounts accounts;
  @Autowired Access access;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void empty() {
    jdbc.sql(
            "truncate actions.item, actions.step, actions.evidence, actions.escalation,"
                + " actions.carried, actions.once")
        .update();
  }

  @AfterEach
  void nobody() {
    Table.beNobody();
  }

  @Test
  void rHrit04WhatALeftAccountOwedIsToldOnceToItsOrganizationAndToTheFacilitators() {
    Table table = new Table(accounts);
    String owner = table.add(Role.DEPARTMENT_LIAISON, "DSS");
    String colleague = table.add(Role.DEPARTMENT_LIAISON, "DSS");
    String other = table.add(Role.DEPARTMENT_LIAISON, "CDOT");
    String austin = table.add(Role.FACILITATOR, "MOCS", "austin");
    String both = table.add(Role.FACILITATOR, "MOCS", "austin", "englewood");
    String garfield = table.add(Role.FACILITATOR, "MOCS", "north-lawndale");
    item("AAAA-0001", owner, "austin", "ACCEPTED");
    item("AAAA-0002", owner, "austin", "IN_PROGRESS");
    item("AAAA-0003", owner, "englewood", "ASSIGNED");
    item("AAAA-0004", owner, "austin", "VERIFIED");
    item("AAAA-0005", colleague, "austin", "ACCEPTED");
    left.run();
    assertThat(told(colleague)).as("everybody is there").isEmpty();

    accounts.end(owner);
    left.run();
    left.run();
    assertThat(told(colleague)).isEqualTo("3|DSS");
    assertThat(told(austin)).isEqualTo("2|DSS");
    assertThat(told(both)).isEqualTo("3|DSS");
    assertThat(told(garfield)).isEmpty();
    assertThat(told(other)).isEmpty();
    assertThat(told(owner)).as("whoever left").isEmpty();
  }

  @Test
  void rHrit04WhoWorksElsewhereNowOwesItNoMore() {
    Table table = new Table(accounts);
    String owner = table.add(Role.DEPARTMENT_LIAISON, "DSS");
    String colleague = table.add(Role.DEPARTMENT_LIAISON, "DSS");
    String director = table.add(Role.DIRECTOR, "MOCS");
    item("AAAA-0001", owner, null, "ACCEPTED");
    accounts.change(owner, Role.DEPARTMENT_LIAISON, Seats.in("CDOT", Set.of()));
    left.run();
    assertThat(told(colleague)).isEqualTo("1|DSS");
    assertThat(told(director)).as("of no team").isEqualTo("1|DSS");
    assertThat(told(owner)).isEmpty();
  }

  @Test
  void rHrit04TheListShowsWhatNobodyIsThereForUntilItIsGivenAnew() {
    Table table = new Table(accounts);
    String owner = table.add(Role.DEPARTMENT_LIAISON, "DSS");
    String colleague = table.add(Role.DEPARTMENT_LIAISON, "DSS");
    item("AAAA-0001", owner, "austin", "ACCEPTED");
    item("AAAA-0002", colleague, "austin", "ACCEPTED");
    String name = table.add(Role.FACILITATOR, "MOCS", "austin");
    try (Visitor facilitator = Visitor.as(Role.FACILITATOR, accounts, port, "austin")) {
      assertThat(facilitator.page("/actions?view=LEFT").text())
          .contains("Everybody who owes something still answers for it");
      accounts.end(owner);
      Document list = facilitator.page("/actions?view=LEFT");
      assertThat(list.select("tbody tr")).hasSize(1);
      assertThat(list.select("tbody tr").text()).contains("owner has left");
      assertThat(facilitator.page("/actions").select("tbody tr:contains(owner has left)"))
          .hasSize(1);
      assertThat(facilitator.page("/actions/items/AAAA-0001").text()).contains("owner has left");
      assertThat(facilitator.page("/actions?view=LEFT&language=es").text())
          .contains("quien lo debía se fue")
          .doesNotContain("??");
      table.be(name);
      Moved moved =
          actions.move(
              access.require(Capability.READ_ACTIONS),
              null,
              "AAAA-0001",
              1,
              new Move.Reassign("DSS", colleague, null, "Who owed it has left"));
      assertThat(moved).isInstanceOf(Moved.Done.class);
      assertThat(facilitator.page("/actions?view=LEFT").select("tbody tr")).isEmpty();
    }
  }

  private void item(String code, String owner, @Nullable String team, String state) {
    jdbc.sql(
            """
            insert into actions.item (id, code, title, verb, pillar, priority, area, block, team,
              origin, state, owner_org, owner_account, due_at, created_by, created_at, changed_at)
            values (:id, :code, 'Light the alley', 'LIGHT', 'COMMUNITY_REVITALIZATION', 'P3', 25,
              '045XX W MADISON ST', :team, 'TEAM', :state, 'DSS', :owner,
              now() + interval '5 days', 'system', now(), now())
            """)
        .param("id", UUID.randomUUID())
        .param("code", code)
        .param("team", team)
        .param("state", state)
        .param("owner", owner)
        .update();
  }

  /** What an account was told about owners who left, one after the other. */
  private String told(String account) {
    return jdbc.sql(
            """
            select coalesce(string_agg(array_to_string(words, '|'), ' ' order by created_at), '')
            from notices.notice where recipient = ? and kind = 'actions.notice.left'
            """)
        .param(account)
        .query(String.class)
        .single();
  }
}

package org.cscc.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.cscc.kernel.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Items seen together: duplicates that close with the one that stays, what is carried from meeting
 * to meeting, many claims at once, and claims that an analyst has looked at again.
 */
@CenterTest
class TogetherTests {
  @LocalServerPort int port;
  @Autowired Actions actions;
  @Autowired Accounts accounts;
  @Autowired Access access;
  @Autowired JdbcClient jdbc;

  private String facilitator = "";
  private String owner = "";

  @BeforeEach
  void empty() {
    jdbc.sql(
            "truncate actions.item, actions.step, actions.evidence, actions.escalation,"
                + " actions.carried, actions.once")
        .update();
    facilitator = table().add(Role.FACILITATOR, "MOCS", "austin");
    owner = table().add(Role.DEPARTMENT_LIAISON, "DSS");
  }

  @AfterEach
  void nobody() {
    Table.beNobody();
  }

  @Test
  void rCoo03ADuplicateIsFoldedInCanNotBeMovedAnyMoreAndClosesWithTheOther() {
    String stays = item("Light the alley", Verb.LIGHT, "4500 W Madison St");
    String child = item("The alley is dark", Verb.LIGHT, "4500 W Madison St");
    table().be(facilitator);
    move(child, new Move.Merge(stays));
    assertThat(read(child).parentCode()).isEqualTo(stays);
    table().be(owner);
    refused("409 R-ACTIONS-02", child, new Move.Accept());
    move(stays, new Move.Accept());
    move(stays, new Move.Claim(List.of(Evidence.workCode("DSS 1"))));
    table().be(table().add(Role.REPRESENTATIVE, "MOCS", "austin"));
    move(stays, new Move.Verify(List.of()));
    assertThat(read(child).state()).isEqualTo(ActionState.VERIFIED);
    assertThat(actions.history(read(child)).getLast().move()).isEqualTo("CLOSE_WITH_PARENT");
    assertThat(
            jdbc.sql(
                    "select count(*) from notices.notice where kind = 'actions.notice.merged' and words[1] = ?")
                .param(child)
                .query(Integer.class)
                .single())
        .as("the facilitator who wrote it folded it in: nobody else is told")
        .isZero();
  }

  @Test
  void rCoo03OnlyTheSameThingOnTheSameBlockThatIsOpenTakesOneIn() {
    String child = item("Light the alley", Verb.LIGHT, "4500 W Madison St");
    String elsewhere = item("Light the alley", Verb.LIGHT, "4600 W Madison St");
    String another = item("Clean the alley", Verb.CLEAN, "4500 W Madison St");
    String closed = item("Light the alley", Verb.LIGHT, "4500 W Madison St");
    jdbc.sql("update actions.item set state = 'VERIFIED' where code = ?").param(closed).update();
    table().be(facilitator);
    for (String wrong : List.of(elsewhere, another, closed, child)) {
      refused("409 R-COO-03", child, new Move.Merge(wrong));
    }
    refused("404 R-ACTIONS-06", child, new Move.Merge("0000-0000"));
    String stays = item("Light the alley", Verb.LIGHT, "4500 W Madison St");
    table().be(facilitator);
    move(child, new Move.Merge(stays));
    refused("409 R-COO-03", stays, new Move.Merge(child));
    String third = item("Light the alley", Verb.LIGHT, "4500 W Madison St");
    table().be(facilitator);
    refused("409 R-COO-03", stays, new Move.Merge(third));
    table().be(table().add(Role.REPRESENTATIVE, "MOCS", "austin"));
    refused("403 R-ACTIONS-01", third, new Move.Merge(stays));
    table().be(owner);
    move(third, new Move.Merge(stays));
  }

  @Test
  void rHrit06WhatIsReadOutInThreeMeetingsIsListedForLevelTwo() {
    String often = item("Light the alley", Verb.LIGHT, "4500 W Madison St");
    String twice = item("Clean the lot", Verb.CLEAN, "4500 W Madison St");
    table().be(facilitator);
    UUID first = UUID.randomUUID();
    for (UUID meeting : List.of(first, first, UUID.randomUUID())) {
      actions.carriedOver(reading(), meeting, List.of(often, twice));
    }
    assertThat(read(often).carried()).as("a meeting counts once").isEqualTo(2);
    actions.carriedOver(reading(), UUID.randomUUID(), List.of(often));
    Table.beNobody();
    try (Visitor director = Visitor.as(Role.DIRECTOR, accounts, port)) {
      String page = director.page("/actions/escalations").select("#carried + p + ul").text();
      assertThat(page).contains("Light the alley", "3 meetings").doesNotContain("Clean the lot");
    }
  }

  @Test
  void manyClaimsOfOneOrganizationWithinAnHourAreAskedAbout() {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      many.add(item("Clean the lot " + i, Verb.CLEAN, "4500 W Madison St"));
    }
    claim(many.subList(0, 19));
    Table.beNobody();
    try (Visitor analyst = Visitor.as(Role.ANALYST, accounts, port);
        Visitor liaison = Visitor.as(Role.DEPARTMENT_LIAISON, accounts, port)) {
      // All of them within this hour, whatever the clock shows.
      sameHour();
      assertThat(analyst.page("/actions").select("main .caution")).isEmpty();
      claim(many.subList(19, 20));
      Table.beNobody();
      sameHour();
      assertThat(analyst.page("/actions").select("main .caution").text()).contains("DSS", "20");
      assertThat(liaison.page("/actions").select("main .caution")).isEmpty();
      // Half before a full hour and half after it are within an hour, too, and told once.
      aroundAFullHour(10);
      assertThat(analyst.page("/actions").select("main .caution li")).hasSize(1);
      assertThat(analyst.page("/actions").select("main .caution").text()).contains("DSS: 20");
      aroundAFullHour(40);
      assertThat(analyst.page("/actions").select("main .caution")).isEmpty();
    }
  }

  @Test
  void aClaimThatNobodyLookedAtInTimeIsOpenedForAnotherLookByTheAnalyst() {
    String code = item("Light the alley", Verb.LIGHT, "4500 W Madison St");
    claim(List.of(code));
    String analyst = table().add(Role.ANALYST, "MOCS");
    table().be(analyst);
    refused("409 R-ACTIONS-05", code, new Move.Sample());
    jdbc.sql("update actions.item set check_until = now() - interval '1 minute'").update();
    table().be(facilitator);
    refused("409 R-ACTIONS-05", code, new Move.Verify(List.of()));
    refused("403 R-ACTIONS-01", code, new Move.Sample());
    table().be(analyst);
    move(code, new Move.Sample());
    assertThat(read(code).state()).isEqualTo(ActionState.DONE_CLAIMED);
    table().be(facilitator);
    move(code, new Move.Verify(List.of()));
    assertThat(read(code).state()).isEqualTo(ActionState.VERIFIED);
  }

  private Table table() {
    return new Table(accounts);
  }

  /** The trigger keeps the history as it is; a test may move its clock. */
  private void sameHour() {
    jdbc.sql("alter table actions.step disable trigger only_added").update();
    jdbc.sql("update actions.step set at = now() where move = 'CLAIM'").update();
    jdbc.sql("alter table actions.step enable trigger only_added").update();
  }

  private void aroundAFullHour(int minutes) {
    jdbc.sql("alter table actions.step disable trigger only_added").update();
    jdbc.sql(
            """
            update actions.step s set at = date_trunc('hour', now()) - interval '3 hours'
              + (case when r.n % 2 = 0 then 1 else -1 end) * :minutes * interval '1 minute'
            from (select item, position, row_number() over (order by item) as n from actions.step
                  where move = 'CLAIM') r
            where s.item = r.item and s.position = r.position
            """)
        .param("minutes", minutes)
        .update();
    jdbc.sql("alter table actions.step enable trigger only_added").update();
  }

  private void claim(List<String> codes) {
    table().be(owner);
    for (String code : codes) {
      move(code, new Move.Accept());
      move(code, new Move.Claim(List.of(Evidence.workCode("DSS " + code))));
    }
  }

  private String item(String title, Verb verb, String block) {
    table().be(facilitator);
    return actions
        .promise(
            access.require(Capability.PROPOSE_ACTIONS),
            null,
            new Proposal(
                title,
                verb,
                Pillar.COMMUNITY_REVITALIZATION,
                Priority.P3,
                "T1",
                25,
                block,
                "austin",
                Origin.TEAM,
                null,
                null),
            new Move.Assign("DSS", owner, null, List.of()))
        .code();
  }

  private Decision reading() {
    return access.require(Capability.READ_ACTIONS);
  }

  private ActionItem read(String code) {
    return actions.item(access.forSystem(Capability.READ_ACTIONS), code);
  }

  private void move(String code, Move move) {
    assertThat(actions.move(reading(), null, code, read(code).version(), move))
        .isInstanceOf(Moved.Done.class);
  }

  private void refused(String expected, String code, Move move) {
    assertThatThrownBy(() -> actions.move(reading(), null, code, read(code).version(), move))
        .isInstanceOfSatisfying(
            Refused.class,
            refusal -> {
              int status =
                  switch (refusal.kind()) {
                    case FORBIDDEN -> 403;
                    case NOT_FOUND -> 404;
                    case CONFLICT -> 409;
                    case INVALID -> 422;
                    case TOO_OFTEN -> 429;
                  };
              assertThat(status + " " + refusal.rule()).isEqualTo(expected);
            });
  }
}

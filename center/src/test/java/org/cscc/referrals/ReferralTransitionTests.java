package org.cscc.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Accounts;
import org.cscc.access.Acknowledgements;
import org.cscc.access.Agreements;
import org.cscc.access.Capability;
import org.cscc.access.Role;
import org.cscc.directory.ServiceFinder;
import org.cscc.home.CenterTest;
import org.cscc.kernel.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * F2 of need referrals, every cell: each state, move, role, and what somebody's organization is to
 * the referral, on the real database.
 */
@CenterTest
class ReferralTransitionTests {
  /** F2 as it is written, in a form of its own: move, from which states. */
  private static final String F2 =
      """
      ACCEPT     | OFFERED
      DECLINE    | OFFERED
      CONTACT    | ACCEPTED_BY_ORG
      NO_CONTACT | ACCEPTED_BY_ORG
      START      | CONTACT_MADE
      CLOSE      | CONTACT_MADE SERVICE_STARTED
      """;

  @Autowired ReferralDesk desk;
  @Autowired ReferralReads reads;
  @Autowired ServiceFinder finder;
  @Autowired Accounts accounts;
  @Autowired Acknowledgements acknowledgements;
  @Autowired Agreements agreements;
  @Autowired Access access;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  /** What somebody's organization is to the referral. */
  private enum Relation {
    /** It was offered to it. */
    ASKED("DFSS"),
    /** It offered it. */
    OFFERING("CDPH"),
    STRANGER("CPL");

    private final String organization;

    Relation(String organization) {
      this.organization = organization;
    }
  }

  @BeforeEach
  void empty() {
    jdbc.sql("truncate referrals.referral, referrals.step, referrals.once").update();
  }

  @AfterEach
  void nobody() {
    Crowd.beNobody();
  }

  @Test
  void f2EveryStateMoveRoleAndRelationAnswersAsTheTableSays() {
    Crowd crowd = crowd();
    Map<ReferralState, String> tokens = new EnumMap<>(ReferralState.class);
    for (ReferralState state : ReferralState.values()) {
      tokens.put(state, insert(state));
    }
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    int done = 0;
    for (Role role : Role.values()) {
      if (!role.hasAccounts()) {
        continue;
      }
      for (Relation relation : Relation.values()) {
        crowd.be(crowd.add(role, relation.organization, "austin"));
        for (ReferralMoveKind kind : ReferralMoveKind.values()) {
          for (ReferralState state : ReferralState.values()) {
            tried++;
            String answer = attempt(String.valueOf(tokens.get(state)), state, move(kind));
            String expected = expected(kind, role, relation, state);
            if (!answer.equals(expected)) {
              wrong.add(
                  "%s %s %s from %s: %s, not %s"
                      .formatted(role, relation, kind, state, answer, expected));
            }
            done += answer.equals("done") ? 1 : 0;
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(tried).isEqualTo(17 * 3 * 6 * 7);
    // Outreach, advocates and liaisons of the organization that was asked, seven cells each.
    assertThat(done).isEqualTo(3 * 7);
  }

  private static String expected(
      ReferralMoveKind kind, Role role, Relation relation, ReferralState state) {
    boolean helps =
        role == Role.OUTREACH || role == Role.ADVOCATE || role == Role.DEPARTMENT_LIAISON;
    if (role == Role.REPRESENTATIVE) {
      return "404 R-REFER-03";
    }
    if (role == Role.PRIVACY_OFFICER) {
      return "403 R-REFER-01";
    }
    if (!helps) {
      return "403 R-ACCESS-01";
    }
    if (relation == Relation.STRANGER) {
      return "404 R-REFER-03";
    }
    if (relation == Relation.OFFERING) {
      return "403 R-REFER-01";
    }
    return from(kind).contains(state) ? "done" : "409 R-REFER-02";
  }

  private static Set<ReferralState> from(ReferralMoveKind kind) {
    String line = F2.lines().filter(one -> one.startsWith(kind + " ")).findFirst().orElseThrow();
    Set<ReferralState> from = new TreeSet<>();
    Arrays.stream(line.split("\\|", -1)[1].strip().split(" +"))
        .map(ReferralState::valueOf)
        .forEach(from::add);
    return from;
  }

  private static ReferralMove move(ReferralMoveKind kind) {
    return switch (kind) {
      case DECLINE -> ReferralMove.decline(DeclineCode.FULL);
      case CLOSE -> ReferralMove.close(OutcomeCode.ENDED);
      default -> ReferralMove.plain(kind);
    };
  }

  /** Tries the move; what was done is taken back. */
  private String attempt(String token, ReferralState state, ReferralMove move) {
    try {
      ReferralMoved moved =
          desk.move(access.require(Capability.READ_REFERRALS), null, token, version(token), move);
      jdbc.sql(
              """
              update referrals.referral set state = :state,
                decline_code = case when :state = 'DECLINED' then 'FULL' end,
                outcome_code = case when :state = 'CLOSED' then 'ENDED' end
              where token = :token
              """)
          .param("state", state.name())
          .param("token", token)
          .update();
      return moved instanceof ReferralMoved.Done ? "done" : moved.toString();
    } catch (Refused refused) {
      return answer(refused);
    }
  }

  private static String answer(Refused refused) {
    int status =
        switch (refused.kind()) {
          case FORBIDDEN -> 403;
          case NOT_FOUND -> 404;
          case CONFLICT -> 409;
          case INVALID -> 422;
          case TOO_OFTEN -> 429;
        };
    return status + " " + refused.rule();
  }

  @Test
  void whoMayOfferWhereAndToWhomIsSaidByRoleAreaAndOrganization() {
    Crowd crowd = crowd();
    crowd.add(Role.ADVOCATE, "DFSS");
    for (Role role : Role.values()) {
      if (!role.hasAccounts()) {
        continue;
      }
      crowd.be(crowd.add(role, "MOCS", "austin"));
      String expected =
          role == Role.REPRESENTATIVE || role == Role.OUTREACH || role == Role.ADVOCATE
              ? "done"
              : "403 R-ACCESS-01";
      assertThat(offer(25, "DFSS", NeedType.HOUSING)).as(role.name()).isEqualTo(expected);
    }
    crowd.be(crowd.add(Role.REPRESENTATIVE, "MOCS", "austin"));
    assertThat(offer(68, "DFSS", NeedType.HOUSING)).isEqualTo("403 R-REFER-06");
    assertThat(offer(25, "BACP", NeedType.HOUSING))
        .as("nobody answers")
        .isEqualTo("422 R-REFER-05");
    assertThat(offer(25, "DFSS")).isEqualTo("422 R-REFER-05");
    assertThat(offer(25, "DFSS", NeedType.FOOD, NeedType.FOOD)).isEqualTo("422 R-REFER-05");
    assertThat(offer(25, "DFSS", NeedType.FOOD, NeedType.WORK, NeedType.YOUTH, NeedType.LEGAL_AID))
        .isEqualTo("422 R-REFER-05");
    crowd.be(crowd.add(Role.OUTREACH, "CDPH"));
    assertThat(offer(68, "DFSS", NeedType.HOUSING)).as("wherever people are").isEqualTo("done");
  }

  @Test
  void whatWasDeclinedIsOfferedOnceMoreToAnotherOrganizationByTheSideThatOfferedIt() {
    Crowd crowd = crowd();
    String asked = crowd.add(Role.ADVOCATE, "DFSS");
    crowd.add(Role.DEPARTMENT_LIAISON, "CPL");
    String representative = crowd.add(Role.REPRESENTATIVE, "MOCS", "austin");
    crowd.be(representative);
    Referral first =
        desk.offer(
            access.require(Capability.OFFER_REFERRALS),
            null,
            null,
            new Offer(25, null, List.of(NeedType.HOUSING, NeedType.FOOD), "DFSS", null));
    assertThat(again(first, "CPL")).as("not declined").isEqualTo("409 R-REFER-07");
    crowd.be(asked);
    move(first, ReferralMove.plain(ReferralMoveKind.DECLINE), "422 R-REFER-04");
    move(first, ReferralMove.decline(DeclineCode.CONFLICT_OF_INTEREST), "done");
    assertThat(again(first, "CPL")).as("it did not offer it").isEqualTo("403 R-REFER-07");
    crowd.be(crowd.add(Role.REPRESENTATIVE, "MOCS", "austin"));
    assertThat(again(first, "CPL")).as("another representative").isEqualTo("404 R-REFER-03");
    crowd.be(representative);
    assertThat(again(first, "DFSS")).isEqualTo("422 R-REFER-07");
    assertThat(again(first, "CPL")).isEqualTo("done");
    assertThat(again(first, "CPL")).as("once").isEqualTo("409 R-REFER-07");
    Referral second = reads.lists(access.require(Capability.READ_REFERRALS)).offered().getFirst();
    assertThat(second.follows()).isEqualTo(first.token());
    assertThat(second.needs()).isEqualTo(first.needs());
    assertThat(second.organization()).isEqualTo("CPL");
  }

  @Test
  void whatWasAskedForIsGivenOnlyAfterTheServiceBegan() {
    Crowd crowd = crowd();
    crowd.be(crowd.add(Role.ADVOCATE, "DFSS"));
    String token = insert(ReferralState.CONTACT_MADE);
    Referral referral =
        reads.byToken(access.require(Capability.READ_REFERRALS), token).orElseThrow();
    move(referral, ReferralMove.close(OutcomeCode.GOAL_MET), "422 R-REFER-04");
    move(referral, ReferralMove.plain(ReferralMoveKind.CLOSE), "422 R-REFER-04");
    move(referral, ReferralMove.close(OutcomeCode.NOT_WANTED), "done");
  }

  @Test
  void whoSawAnOlderVersionChangesNothingAndAFormSentTwiceIsDoneOnce() {
    Crowd crowd = crowd();
    crowd.be(crowd.add(Role.ADVOCATE, "DFSS"));
    String token = insert(ReferralState.OFFERED);
    UUID key = UUID.randomUUID();
    ReferralMove accept = ReferralMove.plain(ReferralMoveKind.ACCEPT);
    assertThat(desk.move(access.require(Capability.READ_REFERRALS), key, token, 1, accept))
        .isInstanceOf(ReferralMoved.Done.class);
    assertThat(desk.move(access.require(Capability.READ_REFERRALS), key, token, 1, accept))
        .isInstanceOf(ReferralMoved.Already.class);
    assertThat(
            desk.move(
                access.require(Capability.READ_REFERRALS),
                UUID.randomUUID(),
                token,
                1,
                ReferralMove.decline(DeclineCode.FULL)))
        .isInstanceOf(ReferralMoved.Stale.class);
    assertThat(jdbc.sql("select state from referrals.referral").query(String.class).single())
        .isEqualTo("ACCEPTED_BY_ORG");
  }

  @Test
  void theKindsOfHelpAreThoseOfTheDirectory() {
    assertThat(Arrays.stream(NeedType.values()).map(Enum::name))
        .containsExactlyElementsOf(finder.needs());
  }

  private Crowd crowd() {
    return new Crowd(accounts, acknowledgements, agreements);
  }

  private String offer(int area, String organization, NeedType... needs) {
    try {
      desk.offer(
          access.require(Capability.OFFER_REFERRALS),
          null,
          null,
          new Offer(area, null, List.of(needs), organization, null));
      return "done";
    } catch (Refused refused) {
      return answer(refused);
    }
  }

  private String again(Referral before, String organization) {
    try {
      desk.offer(
          access.require(Capability.OFFER_REFERRALS),
          null,
          before.token(),
          new Offer(0, null, List.of(), organization, null));
      return "done";
    } catch (Refused refused) {
      return answer(refused);
    }
  }

  private void move(Referral referral, ReferralMove move, String expected) {
    String answer;
    try {
      ReferralMoved moved =
          desk.move(
              access.require(Capability.READ_REFERRALS),
              null,
              referral.token(),
              version(referral.token()),
              move);
      answer = moved instanceof ReferralMoved.Done ? "done" : moved.toString();
    } catch (Refused refused) {
      answer = answer(refused);
    }
    assertThat(answer).isEqualTo(expected);
  }

  private int version(String token) {
    return jdbc.sql("select version from referrals.referral where token = ?")
        .param(token)
        .query(Integer.class)
        .single();
  }

  private String insert(ReferralState state) {
    String token = Rows.token();
    Rows.add(jdbc, clock.instant(), token, 25, state, "DFSS");
    return token;
  }
}

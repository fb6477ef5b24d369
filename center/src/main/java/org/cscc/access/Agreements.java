package org.cscc.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Agreement.State;
import org.cscc.kernel.FreeText;
import org.cscc.kernel.Refused;
import org.cscc.kernel.ReviewWeek;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * R-COO-05: no organization sees a dataset unless an agreement in date covers it for the purpose.
 * Drafted by the privacy officer, read by a lawyer, signed, put into force by somebody else, and
 * renewed or ended; who was given something says afterwards that it is destroyed (F4).
 */
@Component
public class Agreements {
  private static final String ALL =
      """
      select id, organization, dataset, purpose, starts_on, ends_on, document, state, drafted_by,
        signed_on, destroy_by, destroyed_on, certificate,
        exists (select from access.agreement f where f.organization = a.organization
                and f.dataset = a.dataset and f.purpose = a.purpose and f.id <> a.id
                and f.ends_on > a.ends_on and f.state <> 'TERMINATED') as followed
      from access.agreement a\
      """;

  private final JdbcClient jdbc;
  private final Access access;
  private final FreeText freeText;
  private final Clock clock;

  Agreements(JdbcClient jdbc, Access access, FreeText freeText, Clock clock) {
    this.jdbc = jdbc;
    this.access = access;
    this.freeText = freeText;
    this.clock = clock;
  }

  /** What a new agreement says. */
  public record Terms(
      String organization,
      Dataset dataset,
      Purpose purpose,
      LocalDate startsOn,
      LocalDate endsOn,
      String document) {}

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ReviewWeek.CHICAGO);
  }

  /** Whether any was ever written down. */
  public boolean any() {
    return jdbc.sql("select exists (select from access.agreement)").query(Boolean.class).single();
  }

  /** Whether an agreement lets an organization see a dataset today, for what its pages are for. */
  public boolean inForce(String organization, Dataset dataset) {
    return jdbc.sql(
            """
            select exists (select from access.agreement where organization = ? and dataset = ?
              and purpose = ? and state = 'ACTIVE' and ? between starts_on and ends_on)
            """)
        .params(organization, dataset.name(), dataset.use().name(), today())
        .query(Boolean.class)
        .single();
  }

  /** Those the decision reaches: what waits for somebody first, then by the last day. */
  List<Agreement> all(Decision decision) {
    decision.about(Capability.READ_AGREEMENTS);
    LocalDate today = today();
    return jdbc
        .sql(ALL + " where :every or organization = :own order by ends_on, organization, id")
        .param("every", decision.everywhere())
        .param("own", decision.organization())
        .query(DataClassRowMapper.newInstance(Agreement.class))
        .list()
        .stream()
        .sorted(Comparator.comparing(agreement -> agreement.place(today)))
        .toList();
  }

  /** Writes down an agreement that does not hold yet. */
  @Transactional
  public UUID draft(Decision decision, Terms terms) {
    decision.about(Capability.EDIT_AGREEMENTS);
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into access.agreement (id, organization, dataset, purpose, starts_on, ends_on,
              document, state, drafted_by) values (?, ?, ?, ?, ?, ?, ?, 'DRAFT', ?)
            """)
        .params(
            id,
            terms.organization(),
            terms.dataset().name(),
            terms.purpose().name(),
            terms.startsOn(),
            terms.endsOn(),
            freeText.fit("document", terms.document()),
            decision.account())
        .update();
    step(decision, id, null, State.DRAFT, "");
    return id;
  }

  /**
   * Gives a draft to the lawyers.
   *
   * @throws Refused R-ACCESS-21 when it is no draft
   */
  @Transactional
  public void review(Decision decision, UUID id) {
    Agreement found = found(decision.about(Capability.EDIT_AGREEMENTS), id);
    move(decision, found, State.DRAFT, State.LEGAL_REVIEW, "");
  }

  /**
   * Notes that all parties have signed.
   *
   * @throws Refused R-ACCESS-21 when no lawyer has read it, R-ACCESS-23 for a day ahead
   */
  @Transactional
  public void sign(Decision decision, UUID id, LocalDate signedOn) {
    Agreement found = found(decision.about(Capability.EDIT_AGREEMENTS), id);
    if (signedOn.isAfter(today())) {
      throw new Refused(Refused.Kind.INVALID, "R-ACCESS-23", "access.refused.signed-on");
    }
    jdbc.sql("update access.agreement set signed_on = ? where id = ? and state = 'LEGAL_REVIEW'")
        .params(signedOn, id)
        .update();
    move(decision, found, State.LEGAL_REVIEW, State.SIGNED, "");
  }

  /**
   * Drafts one that goes on where this one ends, over as many days.
   *
   * @return the new draft
   * @throws Refused R-ACCESS-21 when this one is not in force
   */
  @Transactional
  public UUID renew(Decision decision, UUID id) {
    Agreement found = found(decision.about(Capability.EDIT_AGREEMENTS), id);
    if (found.state() != State.ACTIVE || found.followed()) {
      throw new Refused(Refused.Kind.CONFLICT, "R-ACCESS-21", "access.refused.agreement-state");
    }
    LocalDate from = found.endsOn().plusDays(1);
    long days = ChronoUnit.DAYS.between(found.startsOn(), found.endsOn());
    return draft(
        decision,
        new Terms(
            found.organization(),
            found.dataset(),
            found.purpose(),
            from,
            from.plusDays(days),
            found.document()));
  }

  /**
   * Keeps where the paper is that says that what was shared is destroyed.
   *
   * @throws Refused R-ACCESS-21 when none is due, R-ACCESS-24 when it is not said where
   */
  @Transactional
  public void destroyed(Decision decision, UUID id, String certificate) {
    Agreement found = found(decision.about(Capability.EDIT_AGREEMENTS), id);
    if (found.certificateDue(today()) == null) {
      throw new Refused(Refused.Kind.CONFLICT, "R-ACCESS-21", "access.refused.agreement-state");
    }
    String where = freeText.fit("certificate", certificate);
    if (where.length() < 3 || where.length() > 200) {
      throw new Refused(Refused.Kind.INVALID, "R-ACCESS-24", "access.refused.certificate");
    }
    jdbc.sql("update access.agreement set destroyed_on = ?, certificate = ? where id = ?")
        .params(today(), where, id)
        .update();
    step(decision, id, found.state(), found.state(), where);
  }

  /**
   * Puts a signed agreement into force: no signature, no feed.
   *
   * @throws Refused R-ACCESS-20 for the one who drafted it, R-ACCESS-21 when it is not signed
   */
  @Transactional
  public void approve(Decision decision, UUID id) {
    Agreement found = found(decision.about(Capability.APPROVE_AGREEMENTS), id);
    if (decision.account().equals(found.draftedBy()) && !decision.account().equals("system")) {
      throw new Refused(Refused.Kind.FORBIDDEN, "R-ACCESS-20", "access.refused.own-draft");
    }
    move(decision, found, State.SIGNED, State.ACTIVE, "");
  }

  /**
   * Ends an agreement or drops a draft: what it covered is closed with the next request.
   *
   * @throws Refused R-ACCESS-21 when it has ended already, R-ACCESS-25 when it holds and it is not
   *     said why it ends
   */
  @Transactional
  public void end(Decision decision, UUID id, String reason) {
    Agreement found = found(decision.about(Capability.EDIT_AGREEMENTS), id);
    String why = freeText.fit("reason", reason);
    if (found.state() == State.ACTIVE && (why.length() < 3 || why.length() > 400)) {
      throw new Refused(Refused.Kind.INVALID, "R-ACCESS-25", "access.refused.no-end-reason");
    }
    move(decision, found, found.state(), State.TERMINATED, why);
    if (found.state() == State.ACTIVE && !today().isBefore(found.startsOn())) {
      jdbc.sql("update access.agreement set destroy_by = ? where id = ?")
          .params(today().plusDays(Agreement.DESTROY_DAYS), id)
          .update();
    }
  }

  /** The row is locked, so that of two who move it at once one is told. */
  private Agreement found(Decision decision, UUID id) {
    Optional<Agreement> found =
        jdbc.sql(ALL + " where a.id = ? for update")
            .param(id)
            .query(DataClassRowMapper.newInstance(Agreement.class))
            .optional();
    return found
        .filter(agreement -> decision.reachesOrganization(agreement.organization()))
        .orElseThrow(
            () ->
                new Refused(Refused.Kind.NOT_FOUND, "R-ACCESS-22", "access.refused.no-agreement"));
  }

  private void move(Decision decision, Agreement found, State from, State to, String reason) {
    if (found.state() != from || found.state() == State.TERMINATED) {
      throw new Refused(Refused.Kind.CONFLICT, "R-ACCESS-21", "access.refused.agreement-state");
    }
    jdbc.sql("update access.agreement set state = ? where id = ?")
        .params(to.name(), found.id())
        .update();
    step(decision, found.id(), from, to, reason);
  }

  private void step(Decision decision, UUID id, @Nullable State from, State to, String reason) {
    String role = access.signedIn().map(account -> account.role().name()).orElse("SYSTEM");
    jdbc.sql(
            """
            insert into access.agreement_step
              (agreement, position, from_state, to_state, by_account, by_role, at, reason)
            select :id, count(*) + 1, :from, :to, :by, :role, :at, :reason
            from access.agreement_step where agreement = :id
            """)
        .param("id", id)
        .param("from", from == null ? null : from.name())
        .param("to", to.name())
        .param("by", decision.account())
        .param("role", role)
        .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .param("reason", reason)
        .update();
  }

  /** Agreements of each organization over each dataset, in force at once; a demo's beginning. */
  @Transactional
  public void inForceForDemo(
      Set<String> organizations, Set<Dataset> datasets, LocalDate from, LocalDate to) {
    Decision drafting = access.forSystem(Capability.EDIT_AGREEMENTS);
    Decision approving = access.forSystem(Capability.APPROVE_AGREEMENTS);
    for (String organization : organizations) {
      for (Dataset dataset : datasets) {
        Terms terms =
            new Terms(organization, dataset, dataset.use(), from, to, "Synthetic, for the demo");
        UUID id = draft(drafting, terms);
        review(drafting, id);
        sign(drafting, id, from.isAfter(today()) ? today() : from);
        approve(approving, id);
      }
    }
  }
}

package org.cscc.recommendations;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.directory.Organization;
import org.cscc.directory.Organizations;
import org.cscc.directory.Teams;
import org.cscc.incidents.IncidentFacts;
import org.cscc.incidents.Incidents;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.FreeText;
import org.cscc.kernel.Refused;
import org.cscc.kernel.Refused.Kind;
import org.cscc.kernel.SpokenCode;
import org.cscc.places.Blocks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where reviews are started, written in, concluded and opened again. */
@Component
class ReviewDesk {
  /** R-INC-05: four sections, and a recommendation or the reason why there is none. */
  static final String CONCLUDE = "R-INC-05";

  /** What is concluded is not written in; what is open is not opened again. */
  static final String STATE = "R-REC-07";

  /** Incidents of one block of the own team, and no open review of them. */
  static final String START = "R-REC-08";

  private static final int SHORTEST = 10;

  private final ReviewStore store;
  private final RecommendationStore recommendations;
  private final Incidents incidents;
  private final Teams teams;
  private final Organizations organizations;
  private final FreeText freeText;
  private final AuditTrail trail;
  private final Access access;
  private final Clock clock;

  ReviewDesk(
      ReviewStore store,
      RecommendationStore recommendations,
      Incidents incidents,
      Teams teams,
      Organizations organizations,
      FreeText freeText,
      AuditTrail trail,
      Access access,
      Clock clock) {
    this.store = store;
    this.recommendations = recommendations;
    this.incidents = incidents;
    this.teams = teams;
    this.organizations = organizations;
    this.freeText = freeText;
    this.trail = trail;
    this.access = access;
    this.clock = clock;
  }

  /**
   * Starts a review of an incident, or of several on a block.
   *
   * @param team code of the team whose review it is
   * @return its code
   * @throws Refused R-REC-08 when they are out of reach, do not count, lie on several blocks, or
   *     have an open review
   */
  @Transactional
  String start(Decision decision, @Nullable UUID key, String team, Set<UUID> ids) {
    decision.about(Capability.START_INCIDENT_REVIEWS);
    Instant now = clock.instant();
    if (!recommendations.keys.take(key, decision.account(), now)) {
      return recommendations
          .madeBy(key, decision.account())
          .orElseThrow(RecommendationRules::unknown);
    }
    List<IncidentFacts> facts = incidents.byIds(access.require(Capability.READ_INCIDENTS), ids);
    if (ids.isEmpty() || facts.size() != ids.size() || !decision.reaches(team)) {
      throw new Refused(Kind.NOT_FOUND, START, "recommendations.refused.incidents");
    }
    // No team looks after area 0: an incident that lies in none is reviewed by nobody.
    int area = Objects.requireNonNullElse(facts.getFirst().area(), 0);
    boolean ofTheTeam =
        teams.byCode(team).filter(one -> one.areaNumbers().contains(area)).isPresent();
    Set<String> blocks =
        facts.stream()
            .map(one -> one.area() + " " + Blocks.normalise(one.block()).canonical())
            .collect(Collectors.toSet());
    if (!ofTheTeam || blocks.size() > 1) {
      throw new Refused(Kind.INVALID, START, "recommendations.refused.blocks");
    }
    if (facts.stream().anyMatch(one -> !one.state().counted())) {
      throw new Refused(Kind.CONFLICT, START, "recommendations.refused.uncounted");
    }
    Optional<String> other = store.openOn(ids);
    if (other.isPresent()) {
      throw new Refused(Kind.CONFLICT, START, "recommendations.refused.reviewed", other.get());
    }
    UUID id = UUID.randomUUID();
    String code = SpokenCode.next();
    List<Reviewed> reviewed = facts.stream().map(one -> Reviewed.of(one, area)).toList();
    store.add(id, code, team, area, facts.getFirst().block(), reviewed, decision.account(), now);
    step(id, "START", decision, null, now);
    recommendations.keys.made(key, code);
    trail.note(AuditNote.change(Deed.CREATE, "incident-review", code, null, team));
    return code;
  }

  /**
   * Writes a section; it can be left half finished.
   *
   * @param seen version that the person saw; 0 for none
   */
  @Transactional
  ReviewSaved write(
      Decision decision, String code, SectionKind kind, int seen, SectionWords written) {
    IncidentReview review = mine(decision.about(Capability.WRITE_INCIDENT_REVIEWS), code);
    mustBeOpen(review);
    SectionWords words = fit(written);
    List<Section> all = store.sections(review.id());
    Section present = newest(all, kind);
    if (present != null && present.words().equals(words)) {
      return new ReviewSaved.Done(review);
    }
    if ((present == null ? 0 : present.version()) != seen
        || !store.write(review.id(), kind, seen, words, decision.account(), clock.instant())) {
      return new ReviewSaved.Stale(review, kind, words);
    }
    trail.note(
        AuditNote.change(
            Deed.CHANGE, "incident-review", code, kind + " " + seen, kind + " " + (seen + 1)));
    return new ReviewSaved.Done(review);
  }

  /** Says which organizations take part; their people read the review from then on. */
  @Transactional
  ReviewSaved participants(Decision decision, String code, int seen, List<String> wanted) {
    IncidentReview review = mine(decision.about(Capability.WRITE_INCIDENT_REVIEWS), code);
    mustBeOpen(review);
    return changed(review, seen, review.state(), known(wanted), null)
        ? new ReviewSaved.Done(review)
        : new ReviewSaved.Stale(review, null, null);
  }

  /**
   * Concludes a review.
   *
   * @param none why nothing is recommended; empty when something is
   * @throws Refused R-INC-05 without four sections, and without either of both or with both
   */
  @Transactional
  ReviewSaved conclude(Decision decision, String code, int seen, String none) {
    IncidentReview review = mine(decision.about(Capability.WRITE_INCIDENT_REVIEWS), code);
    mustBeOpen(review);
    Set<SectionKind> missing = missing(store.sections(review.id()));
    if (!missing.isEmpty()) {
      throw new Refused(
          Kind.CONFLICT, CONCLUDE, "recommendations.refused.section." + missing.iterator().next());
    }
    String because = none.isBlank() ? "" : freeText.fit("none", none);
    if (review.recommendations() > 0 && !because.isEmpty()) {
      throw new Refused(Kind.CONFLICT, CONCLUDE, "recommendations.refused.both");
    }
    if (review.recommendations() == 0 && (because.length() < SHORTEST || because.length() > 1000)) {
      throw new Refused(Kind.INVALID, CONCLUDE, "recommendations.refused.neither", SHORTEST, 1000);
    }
    if (!changed(
        review,
        seen,
        IncidentReview.State.CONCLUDED,
        review.participants(),
        because.isEmpty() ? null : because)) {
      return new ReviewSaved.Stale(review, null, null);
    }
    step(review.id(), "CONCLUDE", decision, because.isEmpty() ? null : because, clock.instant());
    trail.note(AuditNote.change(Deed.CHANGE, "incident-review", code, "OPEN", "CONCLUDED"));
    return new ReviewSaved.Done(review);
  }

  /** Opens a concluded review again. */
  @Transactional
  ReviewSaved reopen(Decision decision, String code, int seen, String written) {
    IncidentReview review = mine(decision.about(Capability.REOPEN_INCIDENT_REVIEWS), code);
    if (review.open()) {
      throw new Refused(Kind.CONFLICT, STATE, "recommendations.refused.open");
    }
    String reason = freeText.fit("reason", written);
    if (reason.length() < SHORTEST || reason.length() > 1000) {
      throw new Refused(
          Kind.INVALID,
          RecommendationRules.WORDS,
          "recommendations.refused.words.reason",
          SHORTEST,
          1000);
    }
    if (!changed(review, seen, IncidentReview.State.OPEN, review.participants(), null)) {
      return new ReviewSaved.Stale(review, null, null);
    }
    step(review.id(), "REOPEN", decision, reason, clock.instant());
    trail.note(
        AuditNote.change(Deed.CHANGE, "incident-review", code, "CONCLUDED", "OPEN")
            .because(reason));
    return new ReviewSaved.Done(review);
  }

  /** An open review within reach, for a recommendation to come of. */
  IncidentReview open(Decision decision, String code) {
    IncidentReview review = mine(decision, code);
    mustBeOpen(review);
    return review;
  }

  /** Sections that a review can not be concluded on yet, in their order. */
  static Set<SectionKind> missing(List<Section> all) {
    Set<SectionKind> missing = EnumSet.allOf(SectionKind.class);
    for (SectionKind kind : SectionKind.values()) {
      Section present = newest(all, kind);
      if (present != null && present.words().complete(kind)) {
        missing.remove(kind);
      }
    }
    return missing;
  }

  static @Nullable Section newest(List<Section> all, SectionKind kind) {
    return all.stream().filter(one -> one.kind() == kind).findFirst().orElse(null);
  }

  /** Held until the transaction ends, so that nothing is written while it is concluded. */
  private IncidentReview mine(Decision decision, String code) {
    ReviewReach reach = new ReviewReach(decision);
    String normal = SpokenCode.normal(code);
    IncidentReview found = store.byCode(reach, normal).orElseThrow(RecommendationRules::unknown);
    store.lock(found.id());
    return store.byCode(reach, normal).orElseThrow(RecommendationRules::unknown);
  }

  private static void mustBeOpen(IncidentReview review) {
    if (!review.open()) {
      throw new Refused(Kind.CONFLICT, STATE, "recommendations.refused.concluded");
    }
  }

  private boolean changed(
      IncidentReview review,
      int seen,
      IncidentReview.State state,
      List<String> participants,
      @Nullable String none) {
    return store.change(review.id(), seen, state, participants, none, clock.instant());
  }

  private void step(
      UUID review, String move, Decision decision, @Nullable String reason, Instant at) {
    String role = access.signedIn().map(person -> person.role().name()).orElse("SYSTEM");
    store.step(review, move, decision.account(), role, reason, at);
  }

  private SectionWords fit(SectionWords written) {
    String said = written.said().isBlank() ? "" : freeText.fit("said", written.said());
    String lacking = written.lacking().isBlank() ? "" : freeText.fit("lacking", written.lacking());
    if (said.length() > 4000 || lacking.length() > 2000) {
      throw new Refused(
          Kind.INVALID, RecommendationRules.WORDS, "recommendations.refused.words.long", 4000);
    }
    return new SectionWords(
        said,
        lacking,
        written.factors().stream().distinct().sorted().toList(),
        known(written.organizations()),
        written.until());
  }

  private List<String> known(List<String> wanted) {
    Set<String> codes =
        organizations.all().stream().map(Organization::code).collect(Collectors.toSet());
    Set<String> known = new TreeSet<>(wanted);
    known.retainAll(codes);
    return List.copyOf(known);
  }
}

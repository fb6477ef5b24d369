package org.cscc.recommendations;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plays what the people of a demo reviewed and recommended, by the same rules, as whoever is set
 * for the thread; the demo moves the clock between the steps.
 */
@Component
public class RecommendationRehearsal {
  private final ReviewDesk reviews;
  private final ReviewStore reviewStore;
  private final RecommendationDesk desk;
  private final RecommendationStore store;
  private final Access access;
  private final AnswerClock clock;
  private final JdbcClient jdbc;

  RecommendationRehearsal(
      ReviewDesk reviews,
      ReviewStore reviewStore,
      RecommendationDesk desk,
      RecommendationStore store,
      Access access,
      AnswerClock clock,
      JdbcClient jdbc) {
    this.reviews = reviews;
    this.reviewStore = reviewStore;
    this.desk = desk;
    this.store = store;
    this.access = access;
    this.clock = clock;
    this.jdbc = jdbc;
  }

  /**
   * What is written in a section.
   *
   * @param kind SCANNING, ANALYSIS, RESPONSE or ASSESSMENT
   * @param factors words of the list of factors, for the analysis
   * @param organizations codes, for the response
   * @param until a day in ISO form, for the assessment; empty for the others
   */
  public record Written(
      String kind,
      String said,
      String lacking,
      List<String> factors,
      List<String> organizations,
      String until) {
    /** Keeps its own copies. */
    public Written {
      factors = List.copyOf(factors);
      organizations = List.copyOf(organizations);
    }
  }

  /** Whether anything was played before. */
  public boolean played() {
    return jdbc.sql("select exists (select from recommendations.review)")
        .query(Boolean.class)
        .single();
  }

  /**
   * Starts a review.
   *
   * @return its code
   */
  public String review(String team, UUID incident) {
    return reviews.start(
        access.require(Capability.START_INCIDENT_REVIEWS), null, team, Set.of(incident));
  }

  /** Says which organizations take part. */
  public void participants(String review, List<String> organizations) {
    reviews.participants(
        access.require(Capability.WRITE_INCIDENT_REVIEWS), review, version(review), organizations);
  }

  /** Writes the first words of a section. */
  public void write(String review, Written written) {
    reviews.write(
        access.require(Capability.WRITE_INCIDENT_REVIEWS),
        review,
        SectionKind.valueOf(written.kind()),
        0,
        new SectionWords(
            written.said(),
            written.lacking(),
            written.factors().stream().map(Factor::valueOf).toList(),
            written.organizations(),
            written.until().isEmpty() ? null : LocalDate.parse(written.until())));
  }

  /**
   * Concludes a review.
   *
   * @param none why nothing is recommended; empty when something is
   */
  public void conclude(String review, String none) {
    reviews.conclude(
        access.require(Capability.WRITE_INCIDENT_REVIEWS), review, version(review), none);
  }

  /**
   * Drafts a recommendation.
   *
   * @param level a word of the levels
   * @return its code
   */
  public String draft(String review, String title, String said, String level, String to) {
    return desk.draft(
        access.require(Capability.DRAFT_RECOMMENDATIONS),
        null,
        review,
        new Draft(title, said, Level.valueOf(level), to));
  }

  /**
   * Moves a recommendation.
   *
   * @param move a word of the moves; REVISE is not played
   * @param words what the move has to say
   * @param other a day for ACCEPT; kind and number for EVALUATE, such as {@code ACTIVITY 12}
   */
  public void move(String code, String move, String words, String other) {
    RecommendationMoveKind kind = RecommendationMoveKind.valueOf(move.toUpperCase(Locale.ROOT));
    RecommendationMove wish =
        switch (kind) {
          case PROPOSE, ISSUE -> new RecommendationMove.Plain(kind);
          case DROP -> new RecommendationMove.Drop(words, "");
          case RETURN, REJECT -> new RecommendationMove.Because(kind, words);
          case ACCEPT -> new RecommendationMove.Accept(words, LocalDate.parse(other));
          case IMPLEMENT -> new RecommendationMove.Implement(words);
          case EVALUATE -> {
            List<String> part = Arrays.asList(other.split(" ", -1));
            yield new RecommendationMove.Evaluate(
                Statement.valueOf(part.getFirst()), Integer.valueOf(part.getLast()), words);
          }
          case REVISE -> throw new IllegalArgumentException("Nobody of the demo writes it anew");
        };
    int version = store.byCode(code).orElseThrow().version();
    RecommendationMoved moved =
        desk.move(access.require(Capability.READ_RECOMMENDATIONS), null, code, version, wish);
    if (!(moved instanceof RecommendationMoved.Done)) {
      throw new IllegalStateException(code + " was moved elsewhere");
    }
  }

  /** Lets the clock of answers strike once. */
  public void answersDue() {
    clock.run();
  }

  /** Removes everything, when a demo makes place for real data. */
  @Transactional
  public void removeAll() {
    jdbc.sql(
            """
            truncate recommendations.review, recommendations.reviewed, recommendations.section,
              recommendations.review_step, recommendations.recommendation,
              recommendations.wording, recommendations.step, recommendations.escalation,
              recommendations.once, recommendations.week
            """)
        .update();
  }

  private int version(String review) {
    return reviewStore
        .byCode(new ReviewReach(access.require(Capability.READ_INCIDENT_REVIEWS)), review)
        .orElseThrow()
        .version();
  }
}

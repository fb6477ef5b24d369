package org.cscc.recommendations;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.incidents.IncidentChapter;
import org.cscc.incidents.IncidentFacts;
import org.cscc.incidents.StoryLine;
import org.cscc.incidents.StoryWord;
import org.cscc.kernel.WallClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which reviews an incident had, and what was recommended and answered. From which incidents a
 * recommendation comes is known to who reads its review; an addressee who does not, learns it here
 * neither.
 */
@Component
class RecommendationChapter implements IncidentChapter {
  private final JdbcClient jdbc;
  private final Access access;

  RecommendationChapter(JdbcClient jdbc, Access access) {
    this.jdbc = jdbc;
    this.access = access;
  }

  @Override
  public List<StoryLine> of(IncidentFacts incident, Instant until) {
    Decision reviews = access.decide(Capability.READ_INCIDENT_REVIEWS).orElse(null);
    if (reviews == null) {
      return List.of();
    }
    List<StoryLine> lines = new ArrayList<>();
    reviews(new ReviewReach(reviews), incident, lines);
    access
        .decide(Capability.READ_RECOMMENDATIONS)
        .ifPresent(
            decision ->
                issued(new ReviewReach(reviews), decision, incident)
                    .forEach(one -> lines(one, lines)));
    return lines;
  }

  private void reviews(ReviewReach reach, IncidentFacts incident, List<StoryLine> lines) {
    jdbc.sql(
            """
            select r.code, r.opened_at, r.concluded_at from recommendations.review r
            where r.id in (select i.review from recommendations.reviewed i
                           where i.incident = :incident)
              and\s"""
                + ReviewReach.CONDITION
                + " order by r.opened_at, r.code")
        .params(reach.values())
        .param("incident", incident.id())
        .query(
            row -> {
              StoryWord code = new StoryWord.Code(row.getString("code"));
              String page = "/recommendations/reviews/" + row.getString("code");
              Instant opened = row.getObject("opened_at", OffsetDateTime.class).toInstant();
              OffsetDateTime over = row.getObject("concluded_at", OffsetDateTime.class);
              lines.add(StoryLine.happened(opened, "recommendations.story.opened", code).on(page));
              lines.add(
                  (over == null
                          ? StoryLine.stands(
                              "recommendations.story.open", code, StoryWord.Day.of(opened))
                          : StoryLine.happened(
                              over.toInstant(), "recommendations.story.concluded", code))
                      .on(page));
            });
  }

  private List<Recommendation> issued(
      ReviewReach reviews, Decision decision, IncidentFacts incident) {
    return jdbc.sql(
            RecommendationStore.SELECT
                + """
                t.shown_to is not null and t.review in (
                  select r.id from recommendations.review r
                  join recommendations.reviewed i on i.review = r.id
                  where i.incident = :incident and\s"""
                + ReviewReach.CONDITION.replace(":", ":review_")
                + ") and "
                + Mover.CONDITION
                + " order by t.issued_at, t.code")
        .params(Mover.values(decision))
        .param("review_everywhere", reviews.values().get("everywhere"))
        .param("review_teams", reviews.values().get("teams"))
        .param("review_own", reviews.values().get("own"))
        .param("review_owns", reviews.values().get("owns"))
        .param("incident", incident.id())
        .query((row, n) -> RecommendationStore.recommendation(row))
        .list();
  }

  private static void lines(Recommendation one, List<StoryLine> lines) {
    StoryWord code = new StoryWord.Code(one.code());
    StoryWord to = new StoryWord.Organization(one.addressedTo());
    String page = "/recommendations/" + one.code();
    happened(one.issuedAt(), "issued", code, to, page, lines);
    happened(
        one.answeredAt(),
        one.state() == RecommendationState.REJECTED ? "rejected" : "accepted",
        code,
        to,
        page,
        lines);
    happened(one.implementedAt(), "implemented", code, to, page, lines);
    if (one.state() == RecommendationState.EVALUATED) {
      happened(one.changedAt(), "evaluated", code, to, page, lines);
    }
    if (one.state() == RecommendationState.ISSUED && one.dueAt() != null) {
      lines.add(
          StoryLine.stands(
                  "recommendations.story.waits",
                  code,
                  to,
                  new StoryWord.Day(WallClock.dayOf(one.dueAt().toInstant())))
              .on(page));
    }
    if (one.state() == RecommendationState.ACCEPTED && one.promisedOn() != null) {
      lines.add(
          StoryLine.stands(
                  "recommendations.story.promised", code, to, new StoryWord.Day(one.promisedOn()))
              .on(page));
    }
  }

  private static void happened(
      @Nullable OffsetDateTime at,
      String key,
      StoryWord code,
      StoryWord to,
      String page,
      List<StoryLine> lines) {
    if (at != null) {
      lines.add(
          StoryLine.happened(at.toInstant(), "recommendations.story." + key, code, to).on(page));
    }
  }
}

package org.cscc.recommendations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cscc.incidents.IncidentType;
import org.cscc.incidents.LocationClass;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of reviews and of what was written in them; words are only ever added. */
@Component
class ReviewStore {
  /** So many reviews stand in the list. */
  static final int MOST = 300;

  private static final String SELECT =
      """
      select r.*,
        (select count(*) from recommendations.reviewed i where i.review = r.id) as incidents,
        (select count(distinct s.kind) from recommendations.section s where s.review = r.id)
          as sections,
        (select count(*) from recommendations.recommendation t
         where t.review = r.id and t.state <> 'DROPPED') as recommended
      from recommendations.review r where\s""";

  private final JdbcClient jdbc;

  ReviewStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(
      UUID id,
      String code,
      String team,
      int area,
      @Nullable String block,
      List<Reviewed> incidents,
      String by,
      Instant at) {
    jdbc.sql(
            """
            insert into recommendations.review
              (id, code, team, area, block, state, opened_by, opened_at, changed_at)
            values (?, ?, ?, ?, ?, 'OPEN', ?, ?, ?)
            """)
        .params(
            Arrays.asList(
                id,
                code,
                team,
                area,
                block,
                by,
                RecommendationStore.utc(at),
                RecommendationStore.utc(at)))
        .update();
    for (Reviewed one : incidents) {
      jdbc.sql(
              """
              insert into recommendations.reviewed
                (review, incident, occurred_on, band, block, kind, setting, area)
              values (?, ?, ?, ?, ?, ?, ?, ?)
              """)
          .params(
              Arrays.asList(
                  id,
                  one.incident(),
                  one.day(),
                  one.band().name(),
                  one.block(),
                  one.kind().name(),
                  one.setting().name(),
                  one.area()))
          .update();
    }
  }

  /** Reviews within the condition that the caller brings, the open ones first. */
  List<IncidentReview> all(ReviewReach reach) {
    return jdbc.sql(
            SELECT
                + ReviewReach.CONDITION
                + " order by (r.state = 'CONCLUDED'), r.opened_at desc, r.code limit :most")
        .params(reach.values())
        .param("most", MOST)
        .query((row, n) -> review(row))
        .list();
  }

  Optional<IncidentReview> byCode(ReviewReach reach, String code) {
    return jdbc.sql(SELECT + "r.code = :code and " + ReviewReach.CONDITION)
        .params(reach.values())
        .param("code", code)
        .query((row, n) -> review(row))
        .optional();
  }

  /** Holds the row until the transaction ends. */
  void lock(UUID id) {
    jdbc.sql("select 1 from recommendations.review where id = ? for update")
        .param(id)
        .query(Integer.class)
        .optional();
  }

  /** Code of an open review that has one of the incidents already. */
  Optional<String> openOn(Collection<UUID> incidents) {
    return jdbc.sql(
            """
            select r.code from recommendations.review r
            join recommendations.reviewed i on i.review = r.id
            where r.state = 'OPEN' and i.incident = any(cast(string_to_array(?, ',') as uuid[]))
            order by r.opened_at limit 1
            """)
        .param(incidents.stream().map(UUID::toString).collect(Collectors.joining(",")))
        .query(String.class)
        .optional();
  }

  List<Reviewed> incidents(UUID review) {
    return jdbc.sql(
            """
            select * from recommendations.reviewed where review = ?
            order by occurred_on, incident
            """)
        .param(review)
        .query(
            (row, n) ->
                new Reviewed(
                    row.getObject("incident", UUID.class),
                    row.getObject("occurred_on", LocalDate.class),
                    Reviewed.Band.valueOf(row.getString("band")),
                    row.getString("block"),
                    IncidentType.valueOf(row.getString("kind")),
                    LocationClass.valueOf(row.getString("setting")),
                    row.getInt("area")))
        .list();
  }

  /** Every version of every section, the newest of each first. */
  List<Section> sections(UUID review) {
    return jdbc.sql(
            """
            select * from recommendations.section where review = ? order by kind, version desc
            """)
        .param(review)
        .query((row, n) -> section(row))
        .list();
  }

  /**
   * Adds the version after the one that was seen.
   *
   * @return false when that version is there already
   */
  boolean write(
      UUID review, SectionKind kind, int seen, SectionWords words, String by, Instant at) {
    return jdbc.sql(
                """
                insert into recommendations.section
                  (review, kind, version, said, lacking, factors, organizations, until,
                   by_account, at)
                values (:review, :kind, :version, :said, :lacking,
                  string_to_array(:factors, ','), string_to_array(:organizations, ','), :until,
                  :by, :at)
                on conflict (review, kind, version) do nothing
                """)
            .param("review", review)
            .param("kind", kind.name())
            .param("version", seen + 1)
            .param("said", words.said())
            .param("lacking", words.lacking())
            .param(
                "factors",
                words.factors().stream().map(Factor::name).collect(Collectors.joining(",")))
            .param("organizations", String.join(",", words.organizations()))
            .param("until", words.until())
            .param("by", by)
            .param("at", RecommendationStore.utc(at))
            .update()
        == 1;
  }

  /**
   * Changes the review itself.
   *
   * @return false when another version stands there than the one that was seen
   */
  boolean change(
      UUID id,
      int seen,
      IncidentReview.State state,
      List<String> participants,
      @Nullable String noneBecause,
      Instant at) {
    return jdbc.sql(
                """
                update recommendations.review set state = :state,
                  participants = string_to_array(:participants, ','), none_because = :none,
                  concluded_at = case when :state = 'CONCLUDED' then cast(:at as timestamptz) end,
                  changed_at = :at, version = version + 1
                where id = :id and version = :seen
                """)
            .param("id", id)
            .param("seen", seen)
            .param("state", state.name())
            .param("participants", String.join(",", participants))
            .param("none", noneBecause)
            .param("at", RecommendationStore.utc(at))
            .update()
        == 1;
  }

  /**
   * Whether a concluded review would be left without anything recommended by giving one up. Its row
   * is held until the transaction ends, so that of the last two not both are given up at once.
   */
  boolean emptiedWithout(Recommendation one) {
    lock(one.review());
    return last(one);
  }

  /** Whether it is the only one that a concluded review still recommends. */
  boolean last(Recommendation one) {
    return jdbc.sql(
            """
            select r.state = 'CONCLUDED' and not exists
              (select from recommendations.recommendation t
               where t.review = r.id and t.state <> 'DROPPED' and t.id <> :one)
            from recommendations.review r where r.id = :review
            """)
        .param("one", one.id())
        .param("review", one.review())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Keeps why a concluded review recommends nothing any more. */
  void none(UUID review, String because, Instant at) {
    jdbc.sql(
            """
            update recommendations.review set none_because = :none, changed_at = :at,
              version = version + 1
            where id = :review
            """)
        .param("none", because)
        .param("at", RecommendationStore.utc(at))
        .param("review", review)
        .update();
  }

  void step(UUID review, String move, String by, String role, @Nullable String reason, Instant at) {
    jdbc.sql(
            """
            insert into recommendations.review_step
              (review, position, move, by_account, by_role, at, reason)
            select :review, coalesce(max(position), 0) + 1, :move, :by, :role, :at, :reason
            from recommendations.review_step where review = :review
            """)
        .param("review", review)
        .param("move", move)
        .param("by", by)
        .param("role", role)
        .param("at", RecommendationStore.utc(at))
        .param("reason", reason)
        .update();
  }

  List<ReviewStep> steps(UUID review) {
    return jdbc.sql("select * from recommendations.review_step where review = ? order by position")
        .param(review)
        .query(
            (row, n) ->
                new ReviewStep(
                    row.getString("move"),
                    row.getString("by_account"),
                    row.getObject("at", OffsetDateTime.class),
                    row.getString("reason")))
        .list();
  }

  private static IncidentReview review(ResultSet row) throws SQLException {
    return new IncidentReview(
        row.getObject("id", UUID.class),
        row.getString("code"),
        row.getString("team"),
        row.getInt("area"),
        row.getString("block"),
        IncidentReview.State.valueOf(row.getString("state")),
        List.of((String[]) row.getArray("participants").getArray()),
        row.getString("none_because"),
        row.getObject("opened_at", OffsetDateTime.class),
        row.getObject("concluded_at", OffsetDateTime.class),
        row.getInt("incidents"),
        row.getInt("sections"),
        row.getInt("recommended"),
        row.getInt("version"));
  }

  private static Section section(ResultSet row) throws SQLException {
    return new Section(
        SectionKind.valueOf(row.getString("kind")),
        row.getInt("version"),
        new SectionWords(
            row.getString("said"),
            row.getString("lacking"),
            Arrays.stream((String[]) row.getArray("factors").getArray())
                .map(Factor::valueOf)
                .toList(),
            List.of((String[]) row.getArray("organizations").getArray()),
            row.getObject("until", LocalDate.class)),
        row.getString("by_account"),
        row.getObject("at", OffsetDateTime.class));
  }
}

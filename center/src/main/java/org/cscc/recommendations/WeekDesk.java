package org.cscc.recommendations;

import java.time.Clock;
import java.util.Optional;
import org.cscc.access.Access;
import org.cscc.kernel.ReviewWeek;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the sheet of each week as it was at its hour, and tells the director once. */
@Component
class WeekDesk {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final WeekReading reading;
  private final WeeklyLook look;
  private final RecommendationTold told;
  private final Access access;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  WeekDesk(
      WeekReading reading,
      WeeklyLook look,
      RecommendationTold told,
      Access access,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Clock clock) {
    this.reading = reading;
    this.look = look;
    this.told = told;
    this.access = access;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Keeps the sheet of the newest week whose hour has come, and tells the directors; once, however
   * many nodes ask.
   *
   * @return whether this call kept it
   */
  boolean atTheHour() {
    ReviewWeek week = look.newest(clock.instant());
    if (kept(week).isPresent()) {
      return false;
    }
    WeekSheet sheet = reading.of(week, look, access::forSystem);
    Boolean first =
        transaction.execute(
            status -> {
              int added =
                  jdbc.sql(
                          """
                          insert into recommendations.week (first_day, as_of, content)
                          values (?, ?, ?) on conflict do nothing
                          """)
                      .params(week.firstDay(), RecommendationStore.utc(sheet.asOf()), write(sheet))
                      .update();
              if (added == 1) {
                told.weekIsReady(week.firstDay().toString());
              }
              return added == 1;
            });
    return Boolean.TRUE.equals(first);
  }

  /** The sheet of a week as it was at its hour; empty when it was not kept. */
  Optional<WeekSheet> kept(ReviewWeek week) {
    return jdbc.sql("select content from recommendations.week where first_day = ?")
        .param(week.firstDay())
        .query(String.class)
        .optional()
        .map(WeekDesk::read);
  }

  static String write(WeekSheet sheet) {
    return JSON.writeValueAsString(sheet);
  }

  static WeekSheet read(String content) {
    return JSON.readValue(content, WeekSheet.class);
  }
}

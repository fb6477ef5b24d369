package org.cscc.recommendations;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.DayOfWeek;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room does without anybody asking: durable, once, on whichever node is there. */
@Configuration(proxyBeanMethods = false)
class RecommendationJobs {
  @Bean
  WeeklyLook weeklyLook(@Value("${cscc.week-start:SUNDAY}") DayOfWeek weekStart) {
    return new WeeklyLook(weekStart);
  }

  /** Reminds addressees on their day, and tells the steering committee later. */
  @Bean
  Task<Void> recommendationClock(AnswerClock clock) {
    return Tasks.recurring("recommendations-clock", FixedDelay.ofMinutes(1))
        .execute((instance, context) -> clock.run());
  }

  /** Thursday 17:00: the director hears that the week can be looked at. */
  @Bean
  Task<Void> recommendationWeek(WeeklyLook look, WeekDesk desk) {
    return Tasks.recurring("recommendations-week", look)
        .execute((instance, context) -> desk.atTheHour());
  }
}

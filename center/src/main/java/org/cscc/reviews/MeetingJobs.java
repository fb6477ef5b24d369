package org.cscc.reviews;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens to meetings without anybody asking: durable, on whichever node is there. */
@Configuration(proxyBeanMethods = false)
class MeetingJobs {
  /**
   * The weeks ahead are planned, and of a review that was not held or not closed people are told.
   */
  @Bean
  Task<Void> meetingsAhead(MeetingPlan plan, UnclosedReviews unclosed, Carrying carrying) {
    return Tasks.recurring("reviews-meetings", FixedDelay.ofMinutes(15))
        .execute(
            (instance, context) -> {
              plan.ahead();
              plan.alarm();
              unclosed.alarm();
              carrying.catchUp();
            });
  }
}

package org.cscc.weekend;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Looks every minute whether it is Friday noon or Monday morning: durable, on whichever node is
 * there, and right after a clock that was moved or a center that was down.
 */
@Configuration(proxyBeanMethods = false)
class WeekendJobs {
  @Bean
  Task<Void> weekendClock(PlanDesk desk) {
    return Tasks.recurring("weekend-clock", FixedDelay.ofMinutes(1))
        .execute((instance, context) -> desk.run());
  }
}

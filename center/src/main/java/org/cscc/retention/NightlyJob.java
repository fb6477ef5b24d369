package org.cscc.retention;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.cscc.kernel.ReviewWeek;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every night at 03:10 in Chicago: durable, once, on whichever node is there. */
@Configuration(proxyBeanMethods = false)
class NightlyJob {
  private static final LocalTime NIGHT = LocalTime.of(3, 10);

  @Bean
  Task<Void> retentionSweep(Sweep sweep) {
    return Tasks.recurring("retention-sweep", Schedules.daily(ReviewWeek.CHICAGO, NIGHT))
        .execute((instance, context) -> sweep.run());
  }
}

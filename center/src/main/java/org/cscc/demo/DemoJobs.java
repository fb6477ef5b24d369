package org.cscc.demo;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The days that pass by themselves in a demo that is left running. */
@Configuration(proxyBeanMethods = false)
class DemoJobs {
  @Bean
  Task<Void> demoFeed(DemoCity city, Clock clock) {
    return Tasks.recurring("demo-feed", FixedDelay.ofMinutes(10))
        .execute((instance, context) -> city.feedUntil(clock.instant()));
  }
}

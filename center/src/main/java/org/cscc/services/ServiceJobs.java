package org.cscc.services;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock of services: durable, on whichever node is there. */
@Configuration(proxyBeanMethods = false)
class ServiceJobs {
  @Bean
  Task<Void> serviceClock(TaskClock clock) {
    return Tasks.recurring("services-clock", FixedDelay.ofMinutes(1))
        .execute((instance, context) -> clock.run());
  }
}

package org.cscc.crisis;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The settings of the room and its two jobs, durable, on whichever node is there. */
@Configuration(proxyBeanMethods = false)
class CrisisConfiguration {
  @Bean
  Clocks crisisClocks(Environment environment) {
    return Binder.get(environment).bindOrCreate("cscc.crisis", Clocks.class);
  }

  /** Looks whether the incidents say something new; without news it is one short question. */
  @Bean
  Task<Void> crisisWatchJob(CrisisWatch watch) {
    return Tasks.recurring("crisis-watch", FixedDelay.ofSeconds(30))
        .execute((instance, context) -> watch.run());
  }

  @Bean
  Task<Void> crisisClockJob(CrisisClock clock) {
    return Tasks.recurring("crisis-clock", FixedDelay.ofSeconds(30))
        .execute((instance, context) -> clock.run());
  }
}

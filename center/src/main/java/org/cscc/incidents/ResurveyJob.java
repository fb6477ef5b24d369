package org.cscc.incidents;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The command that brings new outlines computes the areas anew before it ends; this looks every
 * half minute whether one was stopped before it had.
 */
@Configuration(proxyBeanMethods = false)
class ResurveyJob {
  @Bean
  Task<Void> incidentsResurvey(Resurvey resurvey) {
    return Tasks.recurring("incidents-resurvey", FixedDelay.ofSeconds(30))
        .execute(
            (instance, context) -> {
              if (resurvey.due()) {
                resurvey.follow();
              }
            });
  }
}

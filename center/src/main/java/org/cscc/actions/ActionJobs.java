package org.cscc.actions;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock of escalation: durable, on whichever node is there. */
@Configuration(proxyBeanMethods = false)
class ActionJobs {
  @Bean
  Task<Void> actionEscalation(EscalationClock clock) {
    return Tasks.recurring("actions-escalation", FixedDelay.ofMinutes(1))
        .execute((instance, context) -> clock.run());
  }

  @Bean
  Task<Void> actionOwnersLeft(LeftOwners left) {
    return Tasks.recurring("actions-owners-left", FixedDelay.ofMinutes(5))
        .execute((instance, context) -> left.run());
  }
}

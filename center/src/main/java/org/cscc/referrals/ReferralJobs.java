package org.cscc.referrals;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock of referrals: durable, on whichever node is there. */
@Configuration(proxyBeanMethods = false)
class ReferralJobs {
  @Bean
  Task<Void> referralsOverdue(ReferralClock clock) {
    return Tasks.recurring("referrals-clock", FixedDelay.ofMinutes(1))
        .execute((instance, context) -> clock.run());
  }
}

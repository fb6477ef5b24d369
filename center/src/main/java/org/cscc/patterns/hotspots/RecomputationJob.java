package org.cscc.patterns.hotspots;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Looks every half minute whether there is something new to compute from, so that an import of any
 * program and the passing of a day are both noticed; one node does it at a time.
 */
@Configuration(proxyBeanMethods = false)
class RecomputationJob {
  @Bean
  Task<Void> hotSpotRecomputation(Recomputation recomputation) {
    return Tasks.recurring("patterns-recomputation", FixedDelay.ofSeconds(30))
        .execute((instance, context) -> recomputation.ifThereIsSomethingNew());
  }
}

package org.cscc.notices;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The round of the post: every second or two, on whichever node is there. */
@Configuration(proxyBeanMethods = false)
class NoticeJobs {
  @Bean
  Task<Void> noticeDelivery(Postman postman) {
    return Tasks.recurring("notices-delivery", FixedDelay.ofSeconds(1))
        .execute((instance, context) -> postman.round());
  }
}

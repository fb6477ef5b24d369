package org.cscc.reviews;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.DayOfWeek;
import java.time.LocalTime;
import org.cscc.kernel.ReviewWeek;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When packets are prepared without anybody asking: durable, once, on whichever node is there. */
@Configuration(proxyBeanMethods = false)
class PacketJobs {
  private static final LocalTime MORNING = LocalTime.of(6, 30);

  @Bean
  WeeklyCut weeklyCut(@Value("${cscc.week-start:SUNDAY}") DayOfWeek weekStart) {
    return new WeeklyCut(weekStart);
  }

  /** Tuesday 06:00: the packets of the week, and of weeks whose cut was missed. */
  @Bean
  Task<Void> packetsAtTheCut(WeeklyCut cut, PacketRounds rounds) {
    return Tasks.recurring("reviews-cut", cut).execute((instance, context) -> rounds.atTheCut());
  }

  /** Every morning: a draft revision where the records no longer agree with what was published. */
  @Bean
  Task<Void> packetCorrections(PacketRounds rounds) {
    return Tasks.recurring("reviews-corrections", Schedules.daily(ReviewWeek.CHICAGO, MORNING))
        .execute((instance, context) -> rounds.corrections());
  }
}

package org.cscc.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the tasks that the features bring, by the clock of the house. */
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {
  @Bean
  Scheduler scheduler(DataSource dataSource, Clock clock, ObjectProvider<Task<?>> tasks) {
    List<Task<?>> all = tasks.orderedStream().toList();
    return Scheduler.create(
            dataSource, all.stream().filter(task -> !(task instanceof OnStartup)).toList())
        .startTasks(startTasks(all))
        .tableName("jobs.scheduled_tasks")
        .clock(clock::instant)
        .threads(2)
        .pollingInterval(Duration.ofSeconds(2))
        .heartbeatInterval(Duration.ofSeconds(20))
        .shutdownMaxWait(Duration.ofSeconds(20))
        .build();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static <T extends Task<?> & OnStartup> List<T> startTasks(List<Task<?>> all) {
    return (List) all.stream().filter(OnStartup.class::isInstance).toList();
  }

  /** Starts with the application and stops before the database does; a command runs none. */
  @Bean
  @ConditionalOnProperty(name = "cscc.jobs", havingValue = "true", matchIfMissing = true)
  SmartLifecycle schedulerLife(Scheduler scheduler) {
    return new SmartLifecycle() {
      private volatile boolean running;

      @Override
      public void start() {
        scheduler.start();
        running = true;
      }

      @Override
      public void stop() {
        scheduler.stop();
        running = false;
      }

      @Override
      public boolean isRunning() {
        return running;
      }
    };
  }
}

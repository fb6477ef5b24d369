package org.cscc.audit;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds links to the chain, apart from the writers: nobody waits for a hash. A seal takes the
 * transactions before the oldest one still open, so that no row can come in behind it.
 */
@Component
class Sealing {
  private static final int MOST_ROWS = 20_000;
  private final Chain chain;

  Sealing(Chain chain) {
    this.chain = chain;
  }

  /**
   * Seals what can be sealed now, a part of it when that is much.
   *
   * @return rows sealed
   */
  @Transactional
  public int seal() {
    chain.lock();
    Optional<Seal> last = chain.last();
    long from = last.map(Seal::toTx).orElse(0L);
    long to = chain.nearer(from, chain.horizon(), MOST_ROWS);
    if (to <= from) {
      return 0;
    }
    List<EventRow> rows = chain.rows(from, to);
    long id = last.map(Seal::id).orElse(0L);
    String previous = last.map(Seal::hash).orElse(Seal.BEGINNING);
    for (Map.Entry<LocalDate, List<EventRow>> month : byMonth(rows).entrySet()) {
      Seal seal = Seal.over(++id, month.getKey(), from, to, month.getValue(), previous);
      chain.add(seal);
      previous = seal.hash();
    }
    return rows.size();
  }

  static Map<LocalDate, List<EventRow>> byMonth(List<EventRow> rows) {
    return rows.stream()
        .collect(Collectors.groupingBy(Sealing::month, TreeMap::new, Collectors.toList()));
  }

  private static LocalDate month(EventRow row) {
    return row.at().withOffsetSameInstant(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
  }

  /** Every half minute, until nothing is left to seal. */
  @Configuration(proxyBeanMethods = false)
  static class Job {
    @Bean
    Task<Void> auditSealing(Sealing sealing) {
      return Tasks.recurring("audit-seal", FixedDelay.of(Duration.ofSeconds(30)))
          .execute(
              (instance, context) -> {
                while (sealing.seal() >= MOST_ROWS) {
                  // the next part
                }
              });
    }
  }
}

package org.cscc.kernel;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The calendar of the house, from its configuration. */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {
  @Bean
  BusinessCalendar businessCalendar(@Value("${cscc.holidays}") List<String> holidays) {
    return BusinessCalendar.of(holidays);
  }
}

package org.cscc.patterns.hotspots;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Reads the settings once; a value out of range stops the start and names the property. */
@Configuration(proxyBeanMethods = false)
class HotSpotSettings {
  @Bean
  Settings patternsHotSpotSettings(Environment environment) {
    return Binder.get(environment).bindOrCreate("cscc.patterns.hotspots", Settings.class);
  }
}

package org.cscc.patterns;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What a city may set otherwise; a value out of range stops the start and names the property. */
@Configuration(proxyBeanMethods = false)
class PatternSettings {

  /** Also asked by the pages that say how a block is scored. */
  @Bean
  BlockScoreRule blockScoreRule(Environment environment) {
    return Binder.get(environment).bindOrCreate("cscc.patterns.block-score", BlockScoreRule.class);
  }

  /** Also asked by the pages that say what a window is. */
  @Bean
  NearRepeatRule nearRepeatRule(Environment environment) {
    return Binder.get(environment).bindOrCreate("cscc.patterns.near-repeat", NearRepeatRule.class);
  }
}

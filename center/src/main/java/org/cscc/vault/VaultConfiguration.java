package org.cscc.vault;

import java.nio.file.Path;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the key lies, and the look at it before the first request. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
  @Bean
  EnvelopeKey envelopeKey(
      @Value("${cscc.vault.key:}") String given, @Value("${cscc.home}") Path home) {
    return new EnvelopeKey(given, home);
  }

  /**
   * A center that can not open what it holds does not start: it would look as if nothing was there,
   * and what is written then would be sealed with another key.
   */
  @Bean
  SmartInitializingSingleton vaultKeyThere(OrganizationKeys keys) {
    return keys::openAll;
  }
}

package org.cscc.site;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** One bundle of sentences per feature, in each language of the house. */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration implements WebMvcConfigurer {
  static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("es"));

  @Bean
  MessageSource messageSource() throws IOException {
    ResourceBundleMessageSource source = new ResourceBundleMessageSource();
    source.setBasenames(bundles());
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    source.setAlwaysUseMessageFormat(true);
    return source;
  }

  /** Every bundle in {@code messages/}: the files without a language in their name. */
  static String[] bundles() throws IOException {
    Resource[] files =
        new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
    return Arrays.stream(files)
        .map(Resource::getFilename)
        .filter(name -> name != null && !name.contains("_"))
        .map(name -> "messages/" + name.replace(".properties", ""))
        .sorted()
        .toArray(String[]::new);
  }

  @Bean
  LocaleResolver localeResolver(@Value("${cscc.public-address}") String address) {
    CookieLocaleResolver resolver =
        new CookieLocaleResolver("language") {
          @Override
          protected @Nullable Locale parseLocaleValue(String value) {
            Locale asked = super.parseLocaleValue(value);
            return asked == null ? null : ours(asked);
          }
        };
    resolver.setCookieMaxAge(Duration.ofDays(365));
    resolver.setCookieHttpOnly(true);
    resolver.setCookieSecure(address.startsWith("https:"));
    resolver.setCookieSameSite("Lax");
    resolver.setDefaultLocaleFunction(request -> ours(request.getLocale()));
    return resolver;
  }

  /** The language of the house nearest to the one asked for, so that a page never names another. */
  private static Locale ours(Locale asked) {
    return LANGUAGES.stream()
        .filter(language -> language.getLanguage().equals(asked.getLanguage()))
        .findFirst()
        .orElse(LANGUAGES.getFirst());
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    LocaleChangeInterceptor change =
        new LocaleChangeInterceptor() {
          @Override
          protected @Nullable Locale parseLocaleValue(String value) {
            Locale asked = super.parseLocaleValue(value);
            return asked == null ? null : ours(asked);
          }
        };
    change.setParamName("language");
    change.setIgnoreInvalidLocale(true);
    registry.addInterceptor(change);
  }
}

package org.cscc.site;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.cscc.access.WhoSeesWhom;
import org.cscc.kernel.When;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Gives every template, on a page and on paper, the words {@code #when} and {@code #who}. */
@Component
class WordsDialect extends AbstractDialect implements IExpressionObjectDialect {
  private final Map<String, Function<Locale, Object>> words;

  WordsDialect(MessageSource messages, Clock clock, WhoSeesWhom rule) {
    super("CSCC");
    this.words =
        Map.of(
            "when", locale -> new When(messages, clock, locale),
            "who", locale -> new Who(rule, messages, locale));
  }

  @Override
  public IExpressionObjectFactory getExpressionObjectFactory() {
    return new IExpressionObjectFactory() {
      @Override
      public Set<String> getAllExpressionObjectNames() {
        return words.keySet();
      }

      @Override
      public @Nullable Object buildObject(IExpressionContext context, String name) {
        Function<Locale, Object> word = words.get(name);
        return word == null ? null : word.apply(context.getLocale());
      }

      @Override
      public boolean isCacheable(String name) {
        return true;
      }
    };
  }
}

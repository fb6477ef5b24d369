package org.cscc.site;

import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Gives every template, on a page and on paper, the word {@code #when}. */
@Component
class WhenDialect extends AbstractDialect implements IExpressionObjectDialect {
  private static final String WORD = "when";

  private final MessageSource messages;
  private final Clock clock;

  WhenDialect(MessageSource messages, Clock clock) {
    super("CSCC");
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public IExpressionObjectFactory getExpressionObjectFactory() {
    return new IExpressionObjectFactory() {
      @Override
      public Set<String> getAllExpressionObjectNames() {
        return Set.of(WORD);
      }

      @Override
      public @Nullable Object buildObject(IExpressionContext context, String name) {
        return WORD.equals(name) ? new When(messages, clock, context.getLocale()) : null;
      }

      @Override
      public boolean isCacheable(String name) {
        return true;
      }
    };
  }
}

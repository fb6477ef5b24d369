package org.cscc.site;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words around a reason, in the reader's language. */
@Component
class RefusalWords {
  private final MessageSource messages;

  RefusalWords(MessageSource messages) {
    this.messages = messages;
  }

  String said(Locale locale, String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }

  /**
   * @param typed whether it is what was typed, and not what the record has become
   */
  RefilledForm.Reason of(String rule, String sentence, boolean typed, Locale locale) {
    return new RefilledForm.Reason(
        said(locale, "site.refused.title"),
        sentence,
        said(locale, "site.refused.kept"),
        said(locale, "site.refused.files"),
        said(locale, "site.refused.rule"),
        rule,
        typed);
  }
}

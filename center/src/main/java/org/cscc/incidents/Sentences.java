package org.cscc.incidents;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the rules of the importer say to a person, and what the person can do. */
@Component
class Sentences {
  private final MessageSource messages;

  Sentences(MessageSource messages) {
    this.messages = messages;
  }

  /** Why, and what to do. */
  String of(String rule, @Nullable List<String> detail, Locale language) {
    Object[] names = detail == null || detail.isEmpty() ? new Object[] {""} : detail.toArray();
    return messages.getMessage("incidents.rule." + rule, names, language);
  }
}

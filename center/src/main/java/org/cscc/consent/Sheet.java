package org.cscc.consent;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.cscc.kernel.ReviewWeek;
import org.springframework.context.MessageSource;

/** The sheet that the person takes along, in the person's language. */
record Sheet(String language, String title, String lead, List<String> shares, List<String> lines) {
  static Sheet of(Consent consent, MessageSource messages) {
    Locale theirs = Locale.of(consent.language());
    String until =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(theirs)
            .format(consent.expiresAt().atZoneSameInstant(ReviewWeek.CHICAGO));
    String recipients = String.join(", ", new TreeSet<>(consent.recipients()));
    String purpose = messages.getMessage("consent.purpose." + consent.purpose(), null, theirs);
    return new Sheet(
        consent.language(),
        messages.getMessage("consent.sheet.title", null, theirs),
        messages.getMessage(
            "consent.sheet.lead", new Object[] {consent.token(), consent.organization()}, theirs),
        consent.shares().stream()
            .sorted()
            .map(share -> messages.getMessage("consent.share." + share, null, theirs))
            .toList(),
        List.of(
            messages.getMessage("consent.sheet.recipients", new Object[] {recipients}, theirs),
            messages.getMessage("consent.sheet.purpose", new Object[] {purpose}, theirs),
            messages.getMessage("consent.sheet.until", new Object[] {until}, theirs),
            messages.getMessage("consent.sheet.withdraw", null, theirs),
            messages.getMessage("consent.sheet.free", null, theirs)));
  }
}

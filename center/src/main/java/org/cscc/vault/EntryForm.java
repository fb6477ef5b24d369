package org.cscc.vault;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.cscc.consent.Purpose;
import org.cscc.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What the form sent, as it was typed. A refused form is shown again from here, in the same answer:
 * what is written about a survivor is kept nowhere on the way.
 *
 * @param sent the fields by name
 */
record EntryForm(Map<String, String> sent) {
  private static final int MOST_DAYS = 365;

  /** A field as it was typed; the usual one when it was not sent at all. */
  public String text(String name, String usual) {
    return sent.getOrDefault(name, usual);
  }

  String token() {
    return text("token", "").strip().toUpperCase(Locale.ROOT);
  }

  Purpose purpose() {
    String wanted = text("purpose", "");
    return VaultPages.PURPOSES.stream()
        .filter(one -> one.name().equals(wanted))
        .findFirst()
        .orElseThrow(EntryForm::unfit);
  }

  Entry entry(Clock clock) {
    int days = number("days");
    if (days < 1 || days > MOST_DAYS) {
      throw new Refused(Refused.Kind.INVALID, "R-VAULT-02", "vault.refused.days", MOST_DAYS);
    }
    Map<Field, String> fields = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      fields.put(field, text(field.name(), ""));
    }
    return new Entry(
        purpose(),
        number("area"),
        cents(text("dollars", "").strip()),
        clock.instant().plus(Duration.ofDays(days)),
        fields);
  }

  private int number(String name) {
    String typed = text(name, "").strip();
    return typed.matches("-?[0-9]{1,6}") ? Integer.parseInt(typed) : 0;
  }

  private static @Nullable Long cents(String dollars) {
    if (dollars.isEmpty()) {
      return null;
    }
    try {
      return new BigDecimal(dollars).movePointRight(2).longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw unfit();
    }
  }

  private static Refused unfit() {
    return new Refused(Refused.Kind.INVALID, "R-VAULT-02", "vault.refused.entry", Vault.LONGEST);
  }
}

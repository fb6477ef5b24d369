package org.cscc.access;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the form of a new agreement sends, as it was typed. */
record AgreementForm(
    @Nullable String organization,
    @Nullable Dataset dataset,
    @Nullable Purpose purpose,
    @Nullable String startsOn,
    @Nullable String endsOn,
    @Nullable String document) {
  static final AgreementForm EMPTY = new AgreementForm(null, null, null, null, null, null);

  /** What is wrong, as field and key of the sentence; empty when it can be kept. */
  Map<String, String> wrong(KnownSeats seats) {
    Map<String, String> wrong = new LinkedHashMap<>();
    if (organization == null || !seats.organizations().contains(organization)) {
      wrong.put("organization", "access.agreement.wrong.organization");
    }
    if (dataset == null) {
      wrong.put("dataset", "access.agreement.wrong.dataset");
    }
    if (purpose == null) {
      wrong.put("purpose", "access.agreement.wrong.purpose");
    }
    LocalDate first = day(startsOn);
    LocalDate last = day(endsOn);
    if (first == null) {
      wrong.put("startsOn", "access.agreement.wrong.day");
    }
    if (last == null) {
      wrong.put("endsOn", "access.agreement.wrong.day");
    } else if (first != null && (last.isBefore(first) || last.isAfter(first.plusYears(5)))) {
      wrong.put("endsOn", "access.agreement.wrong.order");
    }
    if (document == null || document.isBlank() || document.length() > 200) {
      wrong.put("document", "access.agreement.wrong.document");
    }
    return wrong;
  }

  /** The terms of a form that has nothing wrong. */
  Agreements.Terms terms() {
    LocalDate first = day(startsOn);
    LocalDate last = day(endsOn);
    if (organization == null
        || dataset == null
        || purpose == null
        || first == null
        || last == null
        || document == null) {
      throw new IllegalStateException("The form was not looked at");
    }
    return new Agreements.Terms(organization, dataset, purpose, first, last, document.strip());
  }

  private static @Nullable LocalDate day(@Nullable String typed) {
    try {
      return typed == null ? null : LocalDate.parse(typed.strip());
    } catch (DateTimeException e) {
      return null;
    }
  }
}

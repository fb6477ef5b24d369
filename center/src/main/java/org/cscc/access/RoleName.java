package org.cscc.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A role as people type it: {@code department-liaison}, in any case, with - or _. */
final class RoleName implements ITypeConverter<Role> {
  @Override
  public Role convert(String written) {
    String wanted = written.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    return Arrays.stream(Role.values())
        .filter(role -> role.hasAccounts() && role.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "There is no role \"" + written + "\". The roles are: " + all() + "."));
  }

  static String of(Role role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String all() {
    return Arrays.stream(Role.values())
        .filter(Role::hasAccounts)
        .map(RoleName::of)
        .collect(Collectors.joining(", "));
  }
}

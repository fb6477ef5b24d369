package org.cscc.site;

import java.util.Locale;
import org.cscc.access.WhoSeesWhom;
import org.springframework.context.MessageSource;

/**
 * Who did something, as the reader may know it; templates know it as {@code #who}. No template
 * writes a sign-in name of somebody else in another way.
 */
public final class Who {
  private final WhoSeesWhom rule;
  private final MessageSource messages;
  private final Locale language;

  Who(WhoSeesWhom rule, MessageSource messages, Locale language) {
    this.rule = rule;
    this.messages = messages;
    this.language = language;
  }

  /**
   * Somebody of an organization: by name and organization, or by the organization alone.
   *
   * @param organization empty for what the center did by itself
   */
  public String of(String account, String organization) {
    if (organization.isEmpty()) {
      return theCenter();
    }
    return sees(organization) ? account + " (" + organization + ")" : organization;
  }

  /** Somebody of the center, where nobody else writes: by name, or as the center. */
  public String center(String account) {
    return rule.fromTheCenter() && !account.equals("system") ? account : theCenter();
  }

  /** Whether the reader sees the people of an organization by name. */
  public boolean sees(String organization) {
    return rule.byName(organization);
  }

  private String theCenter() {
    return messages.getMessage("site.who.center", null, language);
  }
}

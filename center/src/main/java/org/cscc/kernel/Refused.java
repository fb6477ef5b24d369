package org.cscc.kernel;

import java.util.Optional;

/**
 * A refusal that a person will read: the rule that refuses, and the message that says why and what
 * to do, in the reader's language.
 */
public final class Refused extends RuntimeException {
  /**
   * Field of a form that comes back in the answer to itself: address of the page it stands on,
   * which a browser can not tell any more.
   */
  public static final String FORM_PAGE = "form-page";

  private final Kind kind;
  private final String rule;
  private final String messageKey;
  private final transient Object[] arguments;

  /** What the refusal means to the caller. */
  public enum Kind {
    /** The caller may not; answered with 403. */
    FORBIDDEN,
    /** There is no such thing, or none the caller may know of; answered with 404. */
    NOT_FOUND,
    /** The state of things does not allow it; answered with 409. */
    CONFLICT,
    /** What was sent can not be used; answered with 422. */
    INVALID,
    /** It was asked too often; answered with 429. */
    TOO_OFTEN
  }

  /**
   * Makes a refusal.
   *
   * @param rule id of the rule that refuses, such as {@code R-HRIT-02}
   * @param messageKey key of the sentence in the message bundles
   * @param arguments what the sentence names
   */
  public Refused(Kind kind, String rule, String messageKey, Object... arguments) {
    super(rule + " " + messageKey);
    this.kind = kind;
    this.rule = rule;
    this.messageKey = messageKey;
    this.arguments = arguments.clone();
  }

  /** Throws what refuses, when something does. */
  public static void raise(Optional<Refused> refusal) {
    if (refusal.isPresent()) {
      throw refusal.get();
    }
  }

  /** What the refusal means to the caller. */
  public Kind kind() {
    return kind;
  }

  /** The rule that refuses. */
  public String rule() {
    return rule;
  }

  /** The key of the sentence a neighbour understands. */
  public String messageKey() {
    return messageKey;
  }

  /** What the sentence names. */
  public Object[] arguments() {
    return arguments.clone();
  }
}

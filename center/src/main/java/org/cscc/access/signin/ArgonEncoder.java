package org.cscc.access.signin;

import java.util.concurrent.Semaphore;
import org.cscc.access.PasswordRule;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Argon2id with 19 MiB, two passes, one lane, a salt of 16 bytes and a hash of 32: the parameters
 * and their reasons are in decision 0091. At most as many are computed at once as there are
 * processors, so that a flood of sign-ins takes no more memory than that.
 */
final class ArgonEncoder implements PasswordEncoder {
  private static final int MEMORY_KIBIBYTES = 19_456;

  private final PasswordEncoder argon = new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIBIBYTES, 2);
  private final Semaphore turns =
      new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

  @Override
  public @Nullable String encode(@Nullable CharSequence password) {
    turns.acquireUninterruptibly();
    try {
      return argon.encode(normal(password));
    } finally {
      turns.release();
    }
  }

  @Override
  public boolean matches(@Nullable CharSequence password, @Nullable String stored) {
    turns.acquireUninterruptibly();
    try {
      return argon.matches(normal(password), stored);
    } finally {
      turns.release();
    }
  }

  @Override
  public boolean upgradeEncoding(@Nullable String stored) {
    return argon.upgradeEncoding(stored);
  }

  private static @Nullable String normal(@Nullable CharSequence password) {
    return password == null ? null : PasswordRule.normal(password.toString());
  }
}

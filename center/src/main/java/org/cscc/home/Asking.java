package org.cscc.home;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * For whom the current thread reads and writes: for the person of a request, with the rows that
 * person reaches, or for the center itself. A thread that serves no request (a job, a command, the
 * start) works for the center.
 */
public final class Asking {
  private static final ThreadLocal<Boolean> FOR_A_PERSON = ThreadLocal.withInitial(() -> false);

  private Asking() {}

  static boolean forAPerson() {
    return FOR_A_PERSON.get();
  }

  /** Answers a request: whatever it reads and writes is read and written for the person. */
  static void answer(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean before = FOR_A_PERSON.get();
    FOR_A_PERSON.set(true);
    try {
      chain.doFilter(request, response);
    } finally {
      FOR_A_PERSON.set(before);
    }
  }

  /**
   * Does something as the center itself in the middle of a request: what every page rests on and no
   * person owns, such as when the data was last brought in or what is usual in the whole city. It
   * must not hand a person rows. It takes a connection of its own.
   *
   * @throws IllegalStateException within a transaction of the request, whose connection is the
   *     person's and would be used instead
   */
  public static <T extends @Nullable Object> T asTheCenter(Supplier<T> work) {
    boolean before = FOR_A_PERSON.get();
    if (before && TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("The center reads by itself before a transaction, or after");
    }
    FOR_A_PERSON.set(false);
    try {
      return work.get();
    } finally {
      FOR_A_PERSON.set(before);
    }
  }
}

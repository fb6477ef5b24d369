package org.cscc.access;

import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** What a route asks of who comes, as its method or its class says. */
public final class AskedFor {
  private AskedFor() {}

  /** The capability that a route asks for; empty for one that says none. */
  public static Optional<Capability> by(HandlerMethod route) {
    Requires own = route.getMethodAnnotation(Requires.class);
    return Optional.ofNullable(
            own != null
                ? own
                : AnnotatedElementUtils.findMergedAnnotation(route.getBeanType(), Requires.class))
        .map(Requires::value);
  }
}

package org.cscc.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.cscc.home.CenterTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The acceptance run looks at every page, because its list is complete. */
@CenterTest
class PageListTests {
  private static final Path LIST =
      Path.of("..", "acceptance", "src", "test", "resources", "pages.txt");

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Test
  void thePagesThatAreLookedAtAreAllPages() {
    assertThat(listed()).isEqualTo(routes());
  }

  private static Set<String> listed() {
    Set<String> listed = new TreeSet<>();
    Sources.text(LIST)
        .lines()
        .filter(line -> !line.startsWith("#") && line.contains(" | "))
        .forEach(line -> listed.add(line.substring(0, line.indexOf(" | ")).strip()));
    return listed;
  }

  private Set<String> routes() {
    Set<String> routes = new TreeSet<>();
    mappings
        .getHandlerMethods()
        .forEach(
            (info, handler) -> {
              Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
              if (handler.getBeanType().getName().startsWith("org.cscc")
                  && (methods.isEmpty() || methods.contains(RequestMethod.GET))) {
                info.getPatternValues().stream()
                    .filter(pattern -> !pattern.startsWith("/api/"))
                    .forEach(routes::add);
              }
            });
    return routes;
  }
}

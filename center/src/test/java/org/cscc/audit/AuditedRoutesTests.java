package org.cscc.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cscc.home.CenterTest;
import org.cscc.kernel.Audited;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** No file leaves the center without a note. */
@CenterTest
class AuditedRoutesTests {
  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Test
  void everyRouteThatHandsOutAFileIsAudited() {
    List<String> unnoted = new ArrayList<>();
    List<String> noted = new ArrayList<>();
    mappings
        .getHandlerMethods()
        .forEach(
            (route, handler) ->
                route.getPatternValues().stream()
                    .filter(pattern -> pattern.matches(".*\\.(csv|pdf|json|geojson|zip|xlsx)"))
                    .forEach(
                        pattern ->
                            (handler.hasMethodAnnotation(Audited.class) ? noted : unnoted)
                                .add(pattern)));
    assertThat(unnoted).isEmpty();
    assertThat(noted).hasSizeGreaterThan(6);
  }
}

package org.cscc.blitz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cscc.access.Forms.send;

import java.net.http.HttpResponse;
import java.util.Map;
import org.cscc.access.Role;
import org.cscc.access.Visitor;
import org.cscc.home.CenterTest;
import org.junit.jupiter.api.Test;

/** The days of a blitz: when they are over, and who may still say what was done. */
@CenterTest
class BlitzDaysTests extends BlitzOverHttp {
  @Test
  void rBlitz07TheDaysAreOverWhenTheLastDepartmentHadItsDay() {
    try (Visitor facilitator = who(Role.FACILITATOR, "MOCS");
        Visitor transportation = who(Role.DEPARTMENT_LIAISON, "CDOT")) {
      String blitz = scheduled(facilitator);
      HttpResponse<String> early =
          facilitator.post(blitz + "/execute", Map.of("version", version(blitz)));
      assertThat(early.statusCode()).isEqualTo(409);
      assertThat(early.body()).contains("R-BLITZ-07", "The last department comes on");
      assertThat(facilitator.page(blitz).select("form[action$=/execute]")).isEmpty();
      send(
          transportation,
          transportation.page(blitz + "/blocks/1"),
          "do",
          Map.of("done-POTHOLE", "2"));
      jdbc.sql("update blitz.part set on_day = ? where department = 'DSS'").param(today()).update();
      assertThat(send(facilitator, facilitator.page(blitz), "execute", Map.of()).statusCode())
          .isEqualTo(302);
    }
  }

  @Test
  void whoComesLastSaysWhatWasDoneUntilTheSecondWalkIsOver() {
    try (Visitor facilitator = who(Role.FACILITATOR, "MOCS");
        Visitor representative = who(Role.REPRESENTATIVE, "MOCS");
        Visitor streets = who(Role.DEPARTMENT_LIAISON, "DSS")) {
      String blitz = scheduled(facilitator);
      jdbc.sql("update blitz.part set on_day = ?").param(today()).update();
      send(facilitator, facilitator.page(blitz), "execute", Map.of());
      assertThat(streets.page("/").text()).contains("1 blitz waits for what your department did");
      assertThat(
              send(
                      streets,
                      streets.page(blitz + "/blocks/1"),
                      "do",
                      Map.of("done-GRAFFITI_REMOVAL", "2"))
                  .statusCode())
          .isEqualTo(302);
      assertThat(
              jdbc.sql("select department || ' ' || number from blitz.done where number > 0")
                  .query(String.class)
                  .list())
          .containsExactly("DSS 2");
      send(representative, representative.page(blitz), "rewalk", Map.of());
      assertThat(streets.page(blitz + "/blocks/1").select("form[action$=/do]")).isEmpty();
      HttpResponse<String> late =
          streets.post(blitz + "/do", Map.of("version", version(blitz), "block", "1"));
      assertThat(late.statusCode()).isEqualTo(409);
      assertThat(late.body()).contains("R-BLITZ-02");
    }
  }

  /** Transportation comes today and streets tomorrow; nothing was found. */
  private String scheduled(Visitor facilitator) {
    String blitz = plan(facilitator, MADISON, Map.of());
    jdbc.sql("update blitz.part set state = 'YES', on_day = ?, work_order = 'WO 1'")
        .param(today())
        .update();
    jdbc.sql("update blitz.part set on_day = ? where department = 'DSS'")
        .param(today().plusDays(1))
        .update();
    jdbc.sql("update blitz.blitz set state = 'SCHEDULED', walkers = 2").update();
    return blitz;
  }
}

package org.cscc.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ProfileJsonTests {
  @Test
  void aProfileComesBackFromJsonAsItWas() {
    LocalDate day = LocalDate.of(2026, 11, 21);
    Town town = new Town().incident(LocalDate.of(2020, 1, 1), 5, "A", 1, 1);
    for (int ago = 0; ago < 800; ago += 3) {
      town.incident(day.minusDays(ago), 5, "0" + ago % 4 + "XX S STATE ST", ago % 2, 1);
    }
    Profile profile = town.profile(day, Town.area(5));
    assertThat(profile.windows()).isNotEmpty();
    assertThat(profile.nearRepeats()).isNotEmpty();
    assertThat(profile.blocks()).isNotEmpty();
    JsonMapper json = JsonMapper.builder().build();
    String stored = json.writeValueAsString(profile);
    assertThat(json.readValue(stored, Profile.class)).isEqualTo(profile);
  }

  @Test
  void aRuleFrozenBeforeShotsCountedIsStillTheRuleOfItsTime() {
    String stored =
        """
        {"halfLifeDays": 90, "injured": 1.0, "killed": 1.0, "leastIncidents": 2, "windowDays": 365}
        """;
    BlockScoreRule rule = JsonMapper.builder().build().readValue(stored, BlockScoreRule.class);
    assertThat(rule).isEqualTo(BlockScoreRule.BEFORE_IT_WAS_TOLD);
  }
}

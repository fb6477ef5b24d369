package org.cscc;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The walls of the house: who may enter which room. */
class HouseTests {
  @Test
  void everyRoomKeepsToTheDoorsItNames() {
    ApplicationModules.of(SafetyCenter.class).verify();
  }
}

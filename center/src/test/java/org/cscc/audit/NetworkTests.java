package org.cscc.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTests {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.77, 192.0.2.0/24",
    "2001:db8:aaaa:bbbb::1, 2001:db8:aaaa:0:0:0:0:0/48",
    "not an address, "
  })
  void theSingleMachineIsNotKept(String address, String network) {
    assertThat(Network.of(address)).isEqualTo(network);
  }
}

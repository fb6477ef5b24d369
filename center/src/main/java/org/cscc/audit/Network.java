package org.cscc.audit;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The network of an address: enough to see that something came from elsewhere, not from whom. */
final class Network {
  private static final int KEPT_4 = 3;
  private static final int KEPT_6 = 6;

  private Network() {}

  /** The first 24 bits of an IPv4 address, the first 48 of an IPv6 address, as CIDR. */
  static @Nullable String of(String address) {
    try {
      InetAddress parsed = InetAddress.ofLiteral(address);
      int kept = parsed instanceof Inet4Address ? KEPT_4 : KEPT_6;
      byte[] bytes = parsed.getAddress();
      Arrays.fill(bytes, kept, bytes.length, (byte) 0);
      return InetAddress.getByAddress(bytes).getHostAddress() + "/" + kept * 8;
    } catch (IllegalArgumentException | UnknownHostException e) {
      return null;
    }
  }
}

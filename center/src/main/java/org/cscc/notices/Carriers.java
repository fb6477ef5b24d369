package org.cscc.notices;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The carriers there are. */
@Component
class Carriers {
  private final Map<Channel, Carrier> byChannel = new EnumMap<>(Channel.class);

  Carriers(List<Carrier> carriers) {
    carriers.forEach(carrier -> byChannel.put(carrier.channel(), carrier));
  }

  /** Whether a server is named for a channel. */
  boolean named(Channel channel) {
    Carrier carrier = byChannel.get(channel);
    return carrier != null && carrier.named();
  }

  Carrier of(Channel channel) {
    Carrier carrier = byChannel.get(channel);
    if (carrier == null) {
      throw new IllegalArgumentException("Nothing carries " + channel);
    }
    return carrier;
  }
}

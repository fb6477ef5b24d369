package org.cscc.notices;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cscc.kernel.When;
import org.cscc.notices.Carrier.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Carries out what is due; what fails is tried again, and in the end a person sees to it. */
@Component
class Postman {
  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
  private static final int BATCH = 200;
  private final Outbox outbox;
  private final Carriers carriers;
  private final MessageSource messages;
  private final Clock clock;
  private final String center;

  Postman(
      Outbox outbox,
      Carriers carriers,
      MessageSource messages,
      Clock clock,
      @Value("${cscc.public-address:http://localhost:${server.port:8080}}") String center) {
    this.outbox = outbox;
    this.carriers = carriers;
    this.messages = messages;
    this.clock = clock;
    this.center = center;
  }

  /**
   * Goes round until nothing is due.
   *
   * @return how many deliveries were attempted
   */
  int round() {
    int all = 0;
    List<Delivery> due = take();
    while (!due.isEmpty()) {
      all += due.size();
      for (Channel channel : List.of(Channel.MAIL, Channel.TEXT)) {
        carry(channel, due.stream().filter(one -> one.channel() == channel).toList());
      }
      due = take();
    }
    return all;
  }

  /** Takes what is due, after it follows what people wish by now. */
  private List<Delivery> take() {
    Instant now = clock.instant();
    outbox.follow(carriers.named(Channel.MAIL), carriers.named(Channel.TEXT), now);
    return outbox.take(now, BATCH);
  }

  private void carry(Channel channel, List<Delivery> deliveries) {
    List<Letter> letters = new ArrayList<>();
    for (Delivery delivery : deliveries) {
      try {
        letters.add(letter(delivery));
      } catch (RuntimeException e) {
        unmade(delivery, e);
      }
    }
    if (!letters.isEmpty()) {
      carry(carriers.of(channel), letters);
    }
  }

  /** Whatever goes wrong with one letter keeps no other one back. */
  private void carry(Carrier carrier, List<Letter> letters) {
    List<Outcome> outcomes;
    try {
      outcomes = carrier.carry(letters);
    } catch (RuntimeException e) {
      if (letters.size() == 1) {
        unmade(letters.getFirst().delivery(), e);
      } else {
        // Each keeps its id, so what was handed over before is known as the same.
        letters.forEach(one -> carry(carrier, List.of(one)));
      }
      return;
    }
    for (int i = 0; i < letters.size(); i++) {
      settle(letters.get(i).delivery(), outcomes.get(i));
    }
  }

  private void settle(Delivery delivery, Outcome outcome) {
    switch (outcome) {
      case Outcome.HandedOver done -> outbox.handedOver(delivery, clock.instant());
      case Outcome.Failed(String trouble, boolean again) ->
          outbox.failed(delivery, trouble, again, clock.instant());
    }
  }

  private void unmade(Delivery delivery, RuntimeException e) {
    // Never what it says: that may hold an address.
    LOG.warn("A {} could not be made: {}", delivery.kind(), e.getClass().getSimpleName());
    settle(delivery, Outcome.Failed.unmade());
  }

  private Letter letter(Delivery delivery) {
    Locale language = Locale.of(delivery.language());
    Object[] words = Sentence.arguments(delivery.words(), new When(messages, clock, language));
    String text =
        messages.getMessage(delivery.kind() + ".text", words, language)
            + "\n\n"
            + messages.getMessage("notices.letter.read", null, language)
            + "\n"
            + center
            + delivery.path();
    return new Letter(
        delivery, messages.getMessage(delivery.kind() + ".subject", words, language), text);
  }
}

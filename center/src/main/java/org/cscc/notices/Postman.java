package org.cscc.notices;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cscc.notices.Carrier.Outcome;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Carries out what is due; what fails is tried again, and in the end a person sees to it. */
@Component
class Postman {
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
    List<Delivery> due = outbox.take(clock.instant(), BATCH);
    while (!due.isEmpty()) {
      all += due.size();
      for (Channel channel : List.of(Channel.MAIL, Channel.TEXT)) {
        carry(channel, due.stream().filter(one -> one.channel() == channel).toList());
      }
      due = outbox.take(clock.instant(), BATCH);
    }
    return all;
  }

  private void carry(Channel channel, List<Delivery> deliveries) {
    if (deliveries.isEmpty()) {
      return;
    }
    List<Letter> letters = new ArrayList<>();
    deliveries.forEach(one -> letters.add(letter(one)));
    List<Outcome> outcomes = carriers.of(channel).carry(letters);
    for (int i = 0; i < deliveries.size(); i++) {
      switch (outcomes.get(i)) {
        case Outcome.HandedOver done -> outbox.handedOver(deliveries.get(i), clock.instant());
        case Outcome.Failed(String trouble, boolean again) ->
            outbox.failed(deliveries.get(i), trouble, again, clock.instant());
      }
    }
  }

  private Letter letter(Delivery delivery) {
    Locale language = Locale.of(delivery.language());
    Object[] words = Sentence.arguments(delivery.words());
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

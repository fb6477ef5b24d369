package org.cscc.notices;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Hands mail to the city's server by SMTP, a batch over one connection. */
@Component
class MailCarrier implements Carrier {
  private static final Logger LOG = LoggerFactory.getLogger(MailCarrier.class);
  private static final String PATIENCE_MS = "10000";
  private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
  private final String from;
  private final boolean named;
  private final List<Enclosures> enclosures;

  MailCarrier(
      List<Enclosures> enclosures,
      @Value("${cscc.mail.host:}") String host,
      @Value("${cscc.mail.port:25}") int port,
      @Value("${cscc.mail.user:}") String user,
      @Value("${cscc.mail.password:}") String password,
      @Value("${cscc.mail.start-tls:false}") boolean startTls,
      @Value("${cscc.mail.from:}") String from) {
    this.enclosures = List.copyOf(enclosures);
    this.named = !host.isBlank();
    this.from = from;
    if (named && from.isBlank()) {
      throw new IllegalStateException("A mail server is named, but no address it is sent from");
    }
    sender.setHost(host);
    sender.setPort(port);
    if (!user.isBlank()) {
      sender.setUsername(user);
      sender.setPassword(password);
    }
    Properties properties = sender.getJavaMailProperties();
    properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MS);
    properties.setProperty("mail.smtp.timeout", PATIENCE_MS);
    properties.setProperty("mail.smtp.writetimeout", PATIENCE_MS);
    properties.setProperty("mail.smtp.auth", Boolean.toString(!user.isBlank()));
    properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
  }

  @Override
  public Channel channel() {
    return Channel.MAIL;
  }

  @Override
  public boolean named() {
    return named;
  }

  @Override
  public List<Outcome> carry(List<Letter> letters) {
    Map<Letter, MimeMessage> written = new HashMap<>();
    Map<Letter, Outcome> outcomes = new HashMap<>();
    for (Letter letter : letters) {
      try {
        written.put(letter, mail(letter));
        outcomes.put(letter, new Outcome.HandedOver());
      } catch (MessagingException e) {
        outcomes.put(letter, new Outcome.Failed("ADDRESS", false));
      } catch (RuntimeException e) {
        // It concerns this letter alone; what is wrong with it may hold an address.
        LOG.warn("A mail could not be made: {}", e.getClass().getSimpleName());
        outcomes.put(letter, Outcome.Failed.unmade());
      }
    }
    try {
      sender.send(written.values().toArray(MimeMessage[]::new));
    } catch (MailSendException e) {
      // The server took some of them, or could not be reached: only then it has a cause of its own.
      boolean unreached = e.getFailedMessages().isEmpty() || e.getCause() != null;
      LOG.warn("Mail was not handed over: {}", e.getClass().getSimpleName());
      written.forEach(
          (letter, mail) -> {
            if (e.getFailedMessages().isEmpty() || e.getFailedMessages().containsKey(mail)) {
              outcomes.put(letter, new Outcome.Failed(unreached ? "SERVER" : "REFUSED", true));
            }
          });
    } catch (MailAuthenticationException e) {
      LOG.warn("The mail server does not let the center in");
      written.keySet().forEach(l -> outcomes.put(l, new Outcome.Failed("SIGN_IN", true)));
    } catch (MailException e) {
      LOG.warn("Mail was not handed over: {}", e.getClass().getSimpleName());
      written.keySet().forEach(l -> outcomes.put(l, new Outcome.Failed("SERVER", true)));
    }
    List<Outcome> inOrder = new ArrayList<>();
    letters.forEach(letter -> inOrder.add(outcomes.get(letter)));
    return inOrder;
  }

  private MimeMessage mail(Letter letter) throws MessagingException {
    Named mail = new Named(sender.getSession(), letter.delivery().notice() + "@cscc");
    mail.setFrom(new InternetAddress(from));
    InternetAddress to = new InternetAddress(letter.delivery().address(), true);
    to.validate();
    mail.setRecipient(Message.RecipientType.TO, to);
    mail.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
    Enclosures.Enclosed enclosed = enclosed(letter.delivery());
    if (enclosed == null) {
      mail.setText(letter.text(), StandardCharsets.UTF_8.name());
    } else {
      mail.setContent(both(letter.text(), enclosed));
    }
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("Content-Language", letter.delivery().language());
    // What can not be written is found here, for this letter, and not among all of a batch.
    mail.saveChanges();
    return mail;
  }

  private Enclosures.@Nullable Enclosed enclosed(Delivery delivery) {
    String reference = delivery.enclosure();
    return reference == null
        ? null
        : enclosures.stream()
            .flatMap(
                room ->
                    room
                        .of(reference, from, delivery.address(), Locale.of(delivery.language()))
                        .stream())
            .findFirst()
            .orElse(null);
  }

  /** Calendars read the second part where others read the first. */
  private static MimeMultipart both(String text, Enclosures.Enclosed enclosed)
      throws MessagingException {
    MimeBodyPart words = new MimeBodyPart();
    words.setText(text, StandardCharsets.UTF_8.name());
    MimeBodyPart calendar = new MimeBodyPart();
    calendar.setDataHandler(
        new DataHandler(new ByteArrayDataSource(enclosed.content(), enclosed.type())));
    calendar.setHeader("Content-Type", enclosed.type());
    calendar.setFileName(enclosed.name());
    return new MimeMultipart("alternative", words, calendar);
  }

  /** A mail that keeps its id, so that a second one of the same notice is known as such. */
  private static final class Named extends MimeMessage {
    private final String id;

    Named(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + ">");
    }
  }
}

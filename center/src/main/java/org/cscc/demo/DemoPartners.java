package org.cscc.demo;

import java.time.ZonedDateTime;
import org.cscc.directory.PartnerRehearsal;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The services, liaisons and turns on call of the demo's organizations. */
@Component
@Order(60)
class DemoPartners implements DemoPart {
  private final PartnerRehearsal partners;

  DemoPartners(PartnerRehearsal partners) {
    this.partners = partners;
  }

  @Override
  public void afterTheFeedOf(ZonedDateTime feed, ZonedDateTime now) {
    partners.upTo(now);
  }
}

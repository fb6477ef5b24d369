package org.cscc.referrals;

import java.time.Instant;
import java.util.List;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.incidents.IncidentChapter;
import org.cscc.incidents.IncidentFacts;
import org.cscc.incidents.StoryLine;
import org.cscc.incidents.StoryWord;
import org.springframework.stereotype.Component;

/**
 * How many needs were handed over after an incident, for who counts them inside the own team, and
 * nothing else: not when, not to whom, not which.
 */
@Component
class ReferralChapter implements IncidentChapter {
  private final Referrals referrals;
  private final Access access;

  ReferralChapter(Referrals referrals, Access access) {
    this.referrals = referrals;
    this.access = access;
  }

  @Override
  public List<StoryLine> of(IncidentFacts incident, Instant until) {
    return access.decide(Capability.COUNT_REFERRALS).stream()
        .flatMap(decision -> referrals.counts(decision, List.of(incident.id())).values().stream())
        .filter(counts -> counts.offered() > 0)
        .map(
            counts ->
                StoryLine.stands(
                    "referrals.story.counts",
                    new StoryWord.Count(counts.offered()),
                    new StoryWord.Count(counts.accepted())))
        .toList();
  }
}

package org.cscc.incidents;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.cscc.kernel.SpokenCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An incident in Austin and what came of it, as the rooms keep it: each with words and accounts of
 * somebody that no story may tell.
 */
final class StoryRows {
  private final JdbcClient jdbc;
  private final OffsetDateTime night;
  private final String secret;

  StoryRows(JdbcClient jdbc, OffsetDateTime night, String secret) {
    this.jdbc = jdbc;
    this.night = night;
    this.secret = secret;
  }

  /** What there is, by the codes that people say. */
  record Told(
      UUID incident,
      String activation,
      String item,
      String plain,
      String task,
      String review,
      String recommendation,
      String token) {}

  /** A person was shot, and has died two days later. */
  UUID incident() {
    UUID id = UUID.randomUUID();
    run(
        """
        insert into incidents.incident
          (id, ref, occurred_at, first_seen_at, last_changed_at, lon, lat, occurred_on, area,
           area_stated, area_computed, domestic, gunshot, serious, type, occurred_precision,
           standing, location_class, block, import, version)
        values (:id, 'story-' || :id, :night, :night + interval '1 hour',
          :night + interval '2 days', -87.75, 41.88, date '2026-11-17', 25, 25, 25, false, true,
          true, 'HOMICIDE', 'MINUTE', 'COUNTED', 'STREET', :block, :id, 2)
        """,
        "id",
        id,
        "night",
        night,
        "block",
        block(id));
    run(
        """
        insert into incidents.victimization
          (id, incident, seq, kind, fatal, age_band, occurred_at, occurred_on, area)
        values (:id, :id, 1, 'HOMICIDE', true, 'AGE_25_34', :night, date '2026-11-17', 25)
        """,
        "id",
        id,
        "night",
        night);
    run(
        """
        insert into incidents.incident_version
        select (jsonb_populate_record(null::incidents.incident_version, to_jsonb(i)
          || jsonb_build_object('incident', i.id, 'version', 1, 'type', 'NONFATAL_SHOOTING',
            'valid_from', i.first_seen_at, 'valid_until', i.last_changed_at, 'ended_by', i.id))).*
        from incidents.incident i where i.id = :id
        """,
        "id",
        id);
    run(
        """
        insert into incidents.harm_version
        select (jsonb_populate_record(null::incidents.harm_version, to_jsonb(v)
          || jsonb_build_object('incident', v.incident, 'version', 1, 'victimization', v.id,
            'kind', 'NONFATAL_SHOOTING', 'fatal', false))).*
        from incidents.victimization v where v.incident = :id
        """,
        "id",
        id);
    return id;
  }

  /** Everything that can come of an incident. */
  Told all() {
    UUID incident = incident();
    String activation = activation(incident);
    String item = item(incident, "LIGHT", "ASSIGNED", 3);
    String plain = item(incident, "CLEAN", "PROPOSED", 4);
    String task = task(incident, 5);
    packet(incident, "2026-11-15", 8);
    run(
        """
        insert into reviews.deferral (team, week, incident, until_week, reason, by_account, by_role, at)
        values ('austin', date '2026-11-15', :id, date '2026-11-22', 'FAMILY_ASKED',
          'somebody-there', 'FACILITATOR', :night + interval '9 days')
        """,
        "id",
        incident,
        "night",
        night);
    packet(incident, "2026-11-22", 12);
    reviewed(incident);
    String review = SpokenCode.next();
    String recommendation = SpokenCode.next();
    review(incident, review, recommendation);
    String token = SpokenCode.next() + "-" + SpokenCode.next().substring(0, 4);
    referral(incident, token, true);
    referral(incident, SpokenCode.next() + "-" + SpokenCode.next().substring(0, 4), false);
    return new Told(incident, activation, item, plain, task, review, recommendation, token);
  }

  /** The same again and again. */
  void many(Told told, int times) {
    for (int i = 0; i < times; i++) {
      item(told.incident(), "REPAIR", "PROPOSED", 6);
      item(told.incident(), "LIGHT", "ASSIGNED", 6);
      task(told.incident(), 6);
    }
    UUID activation =
        jdbc.sql("select id from crisis.activation where code = ?")
            .param(told.activation())
            .query(UUID.class)
            .single();
    for (int i = 0; i < times; i++) {
      step(activation, 100 + i, "PLAN", null, "FACILITATOR", 60 + i);
    }
  }

  private String activation(UUID incident) {
    UUID id = UUID.randomUUID();
    String code = SpokenCode.next();
    run(
        """
        insert into crisis.activation (id, code, incident, area, block, occurred_at, known_at,
          opened_at, opened_by, why, state, called, notify_by, notified_at, plan_by, changed_at)
        values (:id, :code, :incident, 25, :block, :night, :night, :night + interval '61 minutes',
          'system', :secret, 'DEPLOYED', array['CDPH', 'DSS'], :night, :night, :night, :night)
        """,
        "id",
        id,
        "code",
        code,
        "incident",
        incident,
        "block",
        block(incident),
        "night",
        night,
        "secret",
        secret);
    for (String[] one : new String[][] {{"CDPH", "DEPLOYED"}, {"DSS", "NOTIFIED"}}) {
      run(
          """
          insert into crisis.party
            (activation, organization, duty, state, notified_at, acknowledge_by)
          values (:id, :who, 'DEPARTMENT', :state, :night, :night)
          """,
          "id",
          id,
          "who",
          one[0],
          "state",
          one[1],
          "night",
          night);
    }
    step(id, 1, "OPEN", null, "RULE", 61);
    step(id, 2, "CALL", "CDPH", "RULE", 62);
    step(id, 3, "CALL", "DSS", "RULE", 62);
    step(id, 4, "ACKNOWLEDGE", "CDPH", "OUTREACH", 70);
    step(id, 5, "DEPLOY", "CDPH", "OUTREACH", 90);
    step(id, 6, "CONTACT", "CDPH", "OUTREACH", 95);
    return code;
  }

  private void step(
      UUID activation,
      int position,
      String move,
      @Nullable String organization,
      String role,
      int minutes) {
    jdbc.sql(
            """
            insert into crisis.step (activation, position, move, to_state, organization,
              by_account, by_role, by_organization, at, reason)
            values (?, ?, ?, 'NOTIFIED', ?, 'somebody-there', ?, 'CDPH', ?, ?)
            """)
        .params(
            Arrays.asList(
                activation, position, move, organization, role, night.plusMinutes(minutes), secret))
        .update();
  }

  private String item(UUID incident, String verb, String state, int days) {
    UUID id = UUID.randomUUID();
    String code = SpokenCode.next();
    boolean given = state.equals("ASSIGNED");
    run(
        """
        insert into actions.item (id, code, title, verb, pillar, priority, area, block, team,
          origin, origin_record, state, owner_org, owner_account, due_at, claimed_at, created_by,
          created_at, changed_at)
        values (:id, :code, :secret, :verb, 'COMMUNITY_REVITALIZATION', 'P2', 25, :block, 'austin',
          'INCIDENT', :incident, :state, case when :given then 'DSS' end,
          case when :given then 'somebody-there' end, case when :given then :at + interval '9 days' end,
          case when :given then :at + interval '20 days' end, 'somebody-there', :at, :at)
        """,
        "id",
        id,
        "code",
        code,
        "secret",
        secret,
        "verb",
        verb,
        "block",
        block(incident),
        "incident",
        incident.toString(),
        "state",
        given ? "DONE_CLAIMED" : state,
        "given",
        given,
        "at",
        night.plusDays(days));
    if (given) {
      run(
          """
          insert into actions.step (item, position, move, to_state, by_account, by_role,
            by_organization, at, reason)
          values (:id, 1, 'ASSIGN', 'ASSIGNED', 'somebody-there', 'FACILITATOR', 'MOCS', :at, :secret)
          """,
          "id",
          id,
          "at",
          night.plusDays(days),
          "secret",
          secret);
    }
    return code;
  }

  private String task(UUID incident, int days) {
    String code = SpokenCode.next();
    run(
        """
        insert into services.task (id, code, type, area, block, source, note, priority, state,
          department, requested_by, requested_org, requested_at, due_on, changed_at)
        values (gen_random_uuid(), :code, 'ALLEY_LIGHT_OUT', 25, :block, 'TEAM', :secret, false,
          'ROUTED', 'DSS', 'somebody-there', 'MOCS', :at, date '2026-12-04', :at)
        """,
        "code",
        code,
        "block",
        block(incident),
        "secret",
        secret,
        "at",
        night.plusDays(days));
    return code;
  }

  private void packet(UUID incident, String week, int days) {
    UUID id = UUID.randomUUID();
    String content = "{\"format\":1,\"facts\":{\"cards\":[{\"incident\":\"" + incident + "\"}]}}";
    int revision =
        jdbc.sql("select coalesce(max(revision), 0) + 1 from reviews.packet where week = ?::date")
            .param(week)
            .query(Integer.class)
            .single();
    run(
        """
        insert into reviews.packet (id, team, week, revision, edition, content, content_sha256,
          facts_sha256, data_as_of, prepared_at, prepared_by, incidents, harmed, killed, changes)
        values (:id, 'austin', cast(:week as date), :revision, 1, :content, sha256(:bytes),
          sha256(:bytes), :at, :at, 'somebody-there', 1, 1, 1, 0)
        """,
        "id",
        id,
        "week",
        week,
        "revision",
        revision,
        "content",
        content,
        "bytes",
        content.getBytes(StandardCharsets.UTF_8),
        "at",
        night.plusDays(days));
    run(
        """
        insert into reviews.packet_step (packet, position, team, week, revision, to_state,
          by_account, by_role, at, reason)
        values (:id, 1, 'austin', cast(:week as date), :revision, 'PUBLISHED', 'somebody-there',
          'FACILITATOR', :at, 'TEST')
        """,
        "id",
        id,
        "week",
        week,
        "revision",
        revision,
        "at",
        night.plusDays(days));
  }

  private void reviewed(UUID incident) {
    run(
        """
        insert into reviews.meeting (id, team, week, planned_at, starts_at, minutes, place, quorum,
          state)
        values (gen_random_uuid(), 'austin', date '2026-11-22', :at, :at, 60, '', 4, 'CLOSED')
        on conflict do nothing
        """,
        "at",
        night.plusDays(13));
    run(
        """
        insert into reviews.entry (meeting, kind, subject, version, value, note, key, by_account,
          by_role, at)
        select id, 'INCIDENT', :subject, 1, 'REVIEWED', :secret, gen_random_uuid(),
          'somebody-there', 'FACILITATOR', :at
        from reviews.meeting where team = 'austin' and week = date '2026-11-22'
        """,
        "subject",
        incident.toString(),
        "secret",
        secret,
        "at",
        night.plusDays(13));
  }

  private void review(UUID incident, String code, String recommendation) {
    UUID id = UUID.randomUUID();
    run(
        """
        insert into recommendations.review
          (id, code, team, area, block, state, participants, opened_by, opened_at, changed_at)
        values (:id, :code, 'austin', 25, :block, 'OPEN', array['CDPH'], 'somebody-there', :at, :at)
        """,
        "id",
        id,
        "code",
        code,
        "block",
        block(incident),
        "at",
        night.plusDays(15));
    run(
        """
        insert into recommendations.reviewed
          (review, incident, occurred_on, band, block, kind, setting, area)
        values (:id, :incident, date '2026-11-17', 'NIGHT', :block, 'HOMICIDE', 'STREET', 25)
        """,
        "id",
        id,
        "incident",
        incident,
        "block",
        block(incident));
    run(
        """
        insert into recommendations.recommendation (id, code, review, review_code, team, area,
          title, said, level, addressed_to, shown_to, state, written_by, proposed_by, issued_at,
          due_at, steering_at, changed_at)
        values (gen_random_uuid(), :recommendation, :id, :code, 'austin', 25, :secret,
          :secret || ' in more words', 'PLACE', 'CDPH', 'CDPH', 'ISSUED', 'somebody-there',
          'somebody-there', :at, :at + interval '30 days', :at + interval '44 days', :at)
        """,
        "recommendation",
        recommendation,
        "id",
        id,
        "code",
        code,
        "secret",
        secret,
        "at",
        night.plusDays(16));
  }

  private void referral(UUID incident, String token, boolean accepted) {
    run(
        """
        insert into referrals.referral (id, token, area, incident, needs, organization, state,
          offered_by, offered_org, offered_at, accepted_at, answer_by, contact_by, changed_at)
        values (gen_random_uuid(), :token, 25, :incident, array['HOUSING'], 'CPL',
          case when :accepted then 'ACCEPTED_BY_ORG' else 'OFFERED' end, 'somebody-there', 'CDPH',
          :at, case when :accepted then :at end, :at, :at, :at)
        """,
        "token",
        token,
        "incident",
        incident,
        "accepted",
        accepted,
        "at",
        night.plusDays(1));
  }

  private static String block(UUID incident) {
    return "0" + incident.toString().substring(0, 8).toUpperCase(Locale.ROOT) + " ST";
  }

  private void run(String sql, Object... pairs) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put((String) pairs[i], pairs[i + 1]);
    }
    jdbc.sql(sql).params(values).update();
  }
}

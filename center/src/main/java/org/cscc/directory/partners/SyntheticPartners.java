package org.cscc.directory.partners;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.directory.PartnerRehearsal;
import org.cscc.home.HomeKind;
import org.cscc.home.HomeState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The made-up partners of a demo; their numbers lie in the range that is kept free for fiction. */
@Component
class SyntheticPartners implements PartnerRehearsal {
  private static final String WORKDAYS = "MO-FR 09:00-17:00";
  private static final List<Sketch> SKETCHES =
      List.of(
          new Sketch(
              "CDPH",
              "Walk-in counseling after violence",
              Need.COUNSELING,
              "en,es",
              0,
              12,
              "Corliss Center",
              "MO-FR 09:00-19:00; SA 10:00-14:00",
              Capacity.OPEN,
              25,
              26,
              27),
          new Sketch(
              "CDPH",
              "Grief group for teenagers",
              Need.YOUTH,
              "en",
              40,
              3,
              "Corliss Center",
              "WE 16:00-18:00",
              Capacity.WAITLIST,
              25),
          new Sketch(
              "DFSS",
              "Emergency housing, 30 days",
              Need.HOUSING,
              "en,es,pl",
              10,
              30,
              "House whose address is kept secret",
              "MO-SU 00:00-23:59",
              Capacity.FULL),
          new Sketch(
              "DFSS",
              "Food boxes, no questions",
              Need.FOOD,
              "en,es",
              250,
              30,
              "South pantry",
              "TU,TH 12:00-18:00",
              Capacity.OPEN,
              49,
              53,
              68),
          new Sketch(
              "CPL",
              "Help with forms and benefits",
              Need.LEGAL_AID,
              "en,es",
              60,
              30,
              "Branch library",
              WORKDAYS,
              Capacity.OPEN),
          new Sketch(
              "PARKS",
              "Evening gym for young people",
              Need.YOUTH,
              "en",
              200,
              30,
              "Field house",
              "MO-FR 18:00-22:00",
              Capacity.OPEN,
              67,
              68),
          new Sketch(
              "CCC",
              "Paid welding course",
              Need.WORK,
              "en,es",
              5,
              30,
              "West campus",
              WORKDAYS,
              Capacity.WAITLIST));

  private final ServiceDesk desk;
  private final Services services;
  private final Liaisons liaisons;
  private final OnCalls calls;
  private final Committee committee;
  private final HomeState home;
  private final Access access;

  SyntheticPartners(
      ServiceDesk desk,
      Services services,
      Liaisons liaisons,
      OnCalls calls,
      Committee committee,
      HomeState home,
      Access access) {
    this.desk = desk;
    this.services = services;
    this.liaisons = liaisons;
    this.calls = calls;
    this.committee = committee;
    this.home = home;
    this.access = access;
  }

  /**
   * A service in one line.
   *
   * @param assured days since somebody asked
   */
  private record Sketch(
      String organization,
      String name,
      Need need,
      String languages,
      int assured,
      int street,
      String place,
      String hours,
      Capacity capacity,
      List<Integer> areas) {
    Sketch(
        String organization,
        String name,
        Need need,
        String languages,
        int assured,
        int street,
        String place,
        String hours,
        Capacity capacity,
        Integer... areas) {
      this(
          organization,
          name,
          need,
          languages,
          assured,
          street,
          place,
          hours,
          capacity,
          List.of(areas));
    }
  }

  @Override
  public void upTo(ZonedDateTime now) {
    if (home.kind() != HomeKind.DEMO || !services.all().isEmpty()) {
      return;
    }
    Decision decision = access.forSystem(Capability.EDIT_DIRECTORY);
    SKETCHES.forEach(sketch -> desk.save(decision, service(sketch, now.toLocalDate())));
    for (String code : List.of("DSS", "CDPH", "CDOT", "CPL")) {
      liaison(decision, code, "Liaison of " + code, Liaison.Part.LIAISON, "312-555-0110", now);
      liaison(decision, code, "Deputy of " + code, Liaison.Part.DEPUTY, "312-555-0111", now);
      liaison(
          decision, code, "Supervisor of " + code, Liaison.Part.SUPERVISOR, "312-555-0112", now);
    }
    turns(decision, now);
    Decision reference = access.forSystem(Capability.EDIT_REFERENCE);
    committee.add(reference, "Chair of the committee", "Mayor's Office of Community Safety");
    committee.add(reference, "Member from the West Side", "Block clubs of Austin");
    committee.add(reference, "Member from the South Side", "Faith leaders");
  }

  private Service service(Sketch sketch, LocalDate today) {
    boolean secret = sketch.place().contains("secret");
    return new Service(
        named(sketch.name()),
        sketch.organization(),
        "",
        sketch.name(),
        sketch.need(),
        "",
        "Everybody who lives in the areas named",
        List.of(sketch.languages().split(",", -1)),
        "City budget (made up)",
        "312-555-01" + sketch.street() % 90 / 10 + sketch.name().length() % 10,
        "",
        "",
        true,
        today.minusDays(sketch.assured()),
        0,
        List.of(
            new Offer(
                named(sketch.name() + " at " + sketch.place()),
                new Location(
                    named(sketch.organization() + "/" + sketch.place()),
                    sketch.place(),
                    secret ? "" : sketch.street() * 100 + " W Made-up St",
                    secret ? "" : "Chicago",
                    "",
                    null,
                    null,
                    secret),
                sketch.areas(),
                sketch.capacity(),
                Hours.read(sketch.hours()).orElseThrow())));
  }

  private void liaison(
      Decision decision,
      String code,
      String name,
      Liaison.Part part,
      String phone,
      ZonedDateTime now) {
    liaisons.add(
        decision,
        new Liaison(
            UUID.randomUUID(), code, name, part, phone, "", now.toLocalDate().minusYears(1), null));
  }

  /**
   * Six weeks from the Monday a week before, in turns of a week; three areas have nobody, and
   * Englewood no back-up.
   */
  private void turns(Decision decision, ZonedDateTime now) {
    ZonedDateTime monday =
        now.minusDays(now.getDayOfWeek().getValue() - 1L).with(LocalTime.of(8, 0));
    List<ZonedDateTime> weeks = new ArrayList<>();
    for (int week = -1; week < 5; week++) {
      weeks.add(monday.plusWeeks(week));
    }
    for (ZonedDateTime from : weeks) {
      turn(decision, OnCall.Duty.DUTY_OFFICER, null, false, "MOCS", from);
      turn(decision, OnCall.Duty.DUTY_OFFICER, null, true, "MOCS", from);
      for (int area : new int[] {23, 25, 26, 27, 29, 43, 61, 66, 67, 68, 69, 71}) {
        turn(decision, OnCall.Duty.OUTREACH, area, false, "CDPH", from);
        turn(decision, OnCall.Duty.VICTIM_SERVICES, area, false, "DFSS", from);
        if (area != 68) {
          turn(decision, OnCall.Duty.OUTREACH, area, true, "CDPH", from);
        }
      }
    }
  }

  private void turn(
      Decision decision,
      OnCall.Duty duty,
      @Nullable Integer area,
      boolean backUp,
      String organization,
      ZonedDateTime from) {
    calls.add(
        decision,
        new OnCall(
            UUID.randomUUID(),
            duty,
            area,
            backUp,
            organization,
            "",
            backUp ? "312-555-0121" : "312-555-0120",
            from.toInstant(),
            from.plusWeeks(1).toInstant()));
  }

  private static UUID named(String of) {
    return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8));
  }
}

package org.cscc.access;

import static org.cscc.access.Capability.APPROVE_BLOCKS;
import static org.cscc.access.Capability.ASSERT_LINKS;
import static org.cscc.access.Capability.DEFER_INCIDENT;
import static org.cscc.access.Capability.EDIT_REFERENCE;
import static org.cscc.access.Capability.ENTER;
import static org.cscc.access.Capability.EXPORT_AUDIT;
import static org.cscc.access.Capability.IMPORT_FEEDS;
import static org.cscc.access.Capability.JUDGE_HOT_SPOTS;
import static org.cscc.access.Capability.MANAGE_ACCOUNTS;
import static org.cscc.access.Capability.MOVE_DEMO_CLOCK;
import static org.cscc.access.Capability.NOMINATE_BLOCKS;
import static org.cscc.access.Capability.OVERRIDE_WORDING;
import static org.cscc.access.Capability.PREPARE_PACKET;
import static org.cscc.access.Capability.READ_AUDIT;
import static org.cscc.access.Capability.READ_INCIDENTS;
import static org.cscc.access.Capability.READ_LINKS;
import static org.cscc.access.Capability.READ_MACHINE_LOG;
import static org.cscc.access.Capability.READ_PACKET;
import static org.cscc.access.Capability.READ_PATTERNS;
import static org.cscc.access.Capability.READ_PUBLISHED;
import static org.cscc.access.Capability.RECORD_CONSENT;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The table of roles and capabilities. What is not in it is refused. The administrator keeps the
 * machine and holds no business data; an own scope means the teams the account sits in.
 */
final class Permissions {
  private static final Map<Role, Map<Capability, Scope>> TABLE = new EnumMap<>(Role.class);

  static {
    for (Role role : Role.values()) {
      allow(role, Scope.ALL, ENTER, READ_PUBLISHED);
    }
    allow(Role.FACILITATOR, Scope.OWN, READ_INCIDENTS, READ_PATTERNS, READ_PACKET, PREPARE_PACKET);
    allow(Role.REPRESENTATIVE, Scope.OWN, READ_INCIDENTS, READ_PATTERNS, READ_PACKET);
    allow(Role.OUTREACH, Scope.OWN, READ_INCIDENTS, READ_PATTERNS, READ_PACKET);
    allow(Role.ADVOCATE, Scope.OWN, READ_INCIDENTS, READ_PATTERNS, READ_PACKET);
    allow(Role.POLICE_LIAISON, Scope.OWN, READ_INCIDENTS, READ_PATTERNS, READ_PACKET);
    allow(Role.DEPARTMENT_LIAISON, Scope.OWN, READ_INCIDENTS, READ_PATTERNS, READ_PACKET);
    allow(Role.FACILITATOR, Scope.OWN, DEFER_INCIDENT);
    allow(Role.FACILITATOR, Scope.OWN, JUDGE_HOT_SPOTS, NOMINATE_BLOCKS, READ_LINKS, ASSERT_LINKS);
    allow(Role.REPRESENTATIVE, Scope.OWN, JUDGE_HOT_SPOTS, NOMINATE_BLOCKS);
    // What outreach and residents say of links goes one way: the police liaison never reads it.
    allow(Role.REPRESENTATIVE, Scope.OWN, READ_LINKS, ASSERT_LINKS);
    allow(Role.OUTREACH, Scope.OWN, READ_LINKS, ASSERT_LINKS);
    allow(Role.ADVOCATE, Scope.OWN, READ_LINKS);
    allow(Role.ANALYST, Scope.ALL, NOMINATE_BLOCKS, READ_LINKS, ASSERT_LINKS);
    allow(Role.DIRECTOR, Scope.ALL, APPROVE_BLOCKS, READ_LINKS);
    allow(Role.PRIVACY_OFFICER, Scope.ALL, READ_LINKS);
    allow(
        Role.ANALYST,
        Scope.ALL,
        READ_INCIDENTS,
        READ_PATTERNS,
        READ_PACKET,
        PREPARE_PACKET,
        IMPORT_FEEDS,
        EDIT_REFERENCE,
        MOVE_DEMO_CLOCK);
    allow(Role.DIRECTOR, Scope.ALL, READ_INCIDENTS, READ_PATTERNS, READ_PACKET);
    allow(Role.DIRECTOR, Scope.ALL, MOVE_DEMO_CLOCK);
    allow(Role.PRIVACY_OFFICER, Scope.ALL, READ_INCIDENTS, READ_PATTERNS, READ_PACKET);
    allow(Role.PRIVACY_OFFICER, Scope.ALL, OVERRIDE_WORDING, READ_AUDIT);
    allow(Role.DIRECTOR, Scope.ALL, READ_AUDIT);
    allow(Role.AUDITOR, Scope.ALL, READ_AUDIT, EXPORT_AUDIT);
    allow(Role.ADMINISTRATOR, Scope.ALL, READ_MACHINE_LOG);
    allow(Role.PRIVACY_OFFICER, Scope.ALL, RECORD_CONSENT);
    allow(Role.ADVOCATE, Scope.ALL, RECORD_CONSENT);
    allow(Role.ADMINISTRATOR, Scope.ALL, MANAGE_ACCOUNTS, EDIT_REFERENCE, MOVE_DEMO_CLOCK);
  }

  private Permissions() {}

  private static void allow(Role role, Scope scope, Capability... capabilities) {
    Map<Capability, Scope> row = TABLE.computeIfAbsent(role, r -> new EnumMap<>(Capability.class));
    for (Capability capability : capabilities) {
      row.put(capability, scope);
    }
  }

  static @Nullable Scope scope(Role role, Capability capability) {
    return TABLE.getOrDefault(role, Map.of()).get(capability);
  }
}

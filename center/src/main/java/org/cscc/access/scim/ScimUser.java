package org.cscc.access.scim;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as the City's directory knows it.
 *
 * @param subject who it is at the City's single sign-on
 * @param endedAt when it was ended; null while it may sign in
 */
record ScimUser(
    UUID id,
    String name,
    String displayName,
    @Nullable String subject,
    OffsetDateTime createdAt,
    @Nullable OffsetDateTime endedAt) {
  static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:User";
  static final String ADDRESS = "/scim/v2/Users";

  boolean active() {
    return endedAt == null;
  }

  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("schemas", List.of(SCHEMA));
    body.put("id", id.toString());
    if (subject != null) {
      body.put("externalId", subject);
    }
    body.put("userName", name);
    body.put("displayName", displayName);
    body.put("active", active());
    body.put(
        "meta",
        Map.of(
            "resourceType",
            "User",
            "created",
            createdAt.toString(),
            "lastModified",
            (endedAt == null ? createdAt : endedAt).toString(),
            "location",
            ADDRESS + "/" + id));
    return body;
  }
}

package org.cscc.access.scim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cscc.access.OpenToAll;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * SCIM 2.0 (RFC 7644), as far as taking accounts away needs it: find, read, {@code active} to
 * false, delete. Open to all handlers because its own door stands before it.
 */
@RestController
@OpenToAll
class ScimPages {
  private final ScimUsers users;

  ScimPages(ScimUsers users) {
    this.users = users;
  }

  @GetMapping(path = "/scim/v2/ServiceProviderConfig", produces = ScimError.TYPE)
  Map<String, Object> whatIsThere() {
    Map<String, Object> no = Map.of("supported", false);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("schemas", List.of("urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"));
    body.put("patch", Map.of("supported", true));
    body.put("filter", Map.of("supported", true, "maxResults", ScimUsers.MOST));
    body.put("bulk", Map.of("supported", false, "maxOperations", 0, "maxPayloadSize", 0));
    body.put("changePassword", no);
    body.put("sort", no);
    body.put("etag", no);
    body.put(
        "authenticationSchemes",
        List.of(
            Map.of(
                "type", "oauthbearertoken",
                "name", "Bearer token",
                "description", "The secret that both sides were given")));
    return body;
  }

  @GetMapping(path = ScimUser.ADDRESS, produces = ScimError.TYPE)
  Map<String, Object> list(
      @RequestParam(required = false) @Nullable String filter,
      @RequestParam(defaultValue = "1") int startIndex,
      @RequestParam(defaultValue = "100") int count) {
    ScimUsers.Wanted wanted = ScimUsers.Wanted.of(filter);
    int first = Math.max(1, startIndex);
    List<Map<String, Object>> found =
        users.list(wanted, first - 1, Math.clamp(count, 0, ScimUsers.MOST)).stream()
            .map(ScimUser::body)
            .toList();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("schemas", List.of("urn:ietf:params:scim:api:messages:2.0:ListResponse"));
    body.put("totalResults", users.count(wanted));
    body.put("startIndex", first);
    body.put("itemsPerPage", found.size());
    body.put("Resources", found);
    return body;
  }

  @GetMapping(path = ScimUser.ADDRESS + "/{id}", produces = ScimError.TYPE)
  Map<String, Object> one(@PathVariable String id) {
    return found(id).body();
  }

  @PatchMapping(
      path = ScimUser.ADDRESS + "/{id}",
      consumes = {ScimError.TYPE, MediaType.APPLICATION_JSON_VALUE},
      produces = ScimError.TYPE)
  Map<String, Object> patch(@PathVariable String id, @RequestBody Map<String, Object> patch) {
    ScimUser user = found(id);
    if (!(patch.get("Operations") instanceof List<?> operations) || operations.isEmpty()) {
      throw new ScimError.Found(ScimError.BAD_SYNTAX);
    }
    for (Object operation : operations) {
      change(user, wanted(operation));
    }
    return found(id).body();
  }

  @PutMapping(
      path = ScimUser.ADDRESS + "/{id}",
      consumes = {ScimError.TYPE, MediaType.APPLICATION_JSON_VALUE},
      produces = ScimError.TYPE)
  Map<String, Object> put(@PathVariable String id, @RequestBody Map<String, Object> body) {
    change(found(id), String.valueOf(body.getOrDefault("active", true)));
    return found(id).body();
  }

  @DeleteMapping(ScimUser.ADDRESS + "/{id}")
  ResponseEntity<Void> delete(@PathVariable String id) {
    users.remove(found(id));
    return ResponseEntity.noContent().build();
  }

  private ScimUser found(String id) {
    return users.one(id).orElseThrow(() -> new ScimError.Found(ScimError.NOT_THERE));
  }

  /** What an operation wants {@code active} to be, with a path or without, as word or as string. */
  private static String wanted(Object operation) {
    if (!(operation instanceof Map<?, ?> one)
        || !"replace".equalsIgnoreCase(Objects.toString(one.get("op"), ""))) {
      throw new ScimError.Found(ScimError.ONLY_AWAY);
    }
    Object value = one.get("value");
    Object active =
        one.get("path") == null && value instanceof Map<?, ?> values && values.size() == 1
            ? values.get("active")
            : "active".equalsIgnoreCase(Objects.toString(one.get("path"), "")) ? value : null;
    return Objects.toString(active, "");
  }

  private void change(ScimUser user, String active) {
    boolean off = active.equalsIgnoreCase("false");
    boolean asItIs = active.equalsIgnoreCase("true") && user.active();
    if (!off && !asItIs) {
      throw new ScimError.Found(ScimError.ONLY_AWAY);
    }
    if (off) {
      users.end(user);
    }
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> refused(ScimError.Found found) {
    return answer(found.error());
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> unread(HttpMessageNotReadableException unread) {
    return answer(ScimError.BAD_SYNTAX);
  }

  private static ResponseEntity<Map<String, Object>> answer(ScimError error) {
    return ResponseEntity.status(error.status())
        .contentType(MediaType.parseMediaType(ScimError.TYPE))
        .body(error.body());
  }
}

package org.cscc.access.scim;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can not be done, as RFC 7644, section 3.12, writes it. */
enum ScimError {
  NOT_THERE(404, "", "There is no such resource"),
  NOT_KNOWN(401, "", "The bearer token is missing or wrong"),
  BAD_FILTER(400, "invalidFilter", "Filters are: userName eq \"NAME\", externalId eq \"SUBJECT\""),
  BAD_SYNTAX(400, "invalidSyntax", "The body is not understood"),
  ONLY_AWAY(
      400,
      "mutability",
      "Only active can be changed, and only to false; accounts are given in the center itself");

  static final String TYPE = "application/scim+json";

  private final int status;
  private final String kind;
  private final String detail;

  ScimError(int status, String kind, String detail) {
    this.status = status;
    this.kind = kind;
    this.detail = detail;
  }

  int status() {
    return status;
  }

  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("schemas", List.of("urn:ietf:params:scim:api:messages:2.0:Error"));
    body.put("status", Integer.toString(status));
    if (!kind.isEmpty()) {
      body.put("scimType", kind);
    }
    body.put("detail", detail);
    return body;
  }

  /** Answers with it before any page is asked. */
  void write(HttpServletResponse response) throws IOException {
    response.setStatus(status);
    response.setContentType(TYPE);
    response
        .getWriter()
        .print(
            "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:Error\"],\"status\":\""
                + status
                + "\",\"detail\":\""
                + detail
                + "\"}");
  }

  /** Thrown where it is found. */
  static final class Found extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ScimError error;

    Found(ScimError error) {
      super(error.detail);
      this.error = error;
    }

    ScimError error() {
      return error;
    }
  }
}

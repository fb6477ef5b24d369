package org.cscc.site;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;

/** What the description of the API says of all its addresses. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Community Safety Coordination Center",
            version = "1",
            description =
                """
                What programs read of this center. Refusals are problem details (RFC 9457) that name
                the rule. Days and weeks are on the wall clock of Chicago; moments are UTC.
                """),
    security = @SecurityRequirement(name = "token"))
@SecurityScheme(
    name = "token",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    description = "./cscc token NAME prints one")
final class ApiDescription {
  private ApiDescription() {}
}

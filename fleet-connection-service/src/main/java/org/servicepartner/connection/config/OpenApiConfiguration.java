package org.servicepartner.connection.config;

import java.util.Map;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final String BEARER = "bearer";

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Fleet connections")
                                .version("v1")
                                .description(
                                        "Requests of mobility providers to look after their fleets, and the decisions of the"
                                                + " service partner's admins. Every refusal is a problem (RFC 9457) whose type says which"
                                                + " rule applied, whose detail says what is wrong and whose advice says what to do next."))
                .addServersItem(new Server().url("/"))
                .addSecurityItem(new SecurityRequirement().addList(BEARER))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        BEARER,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .bearerFormat("JWT")
                                                .description("Access token of a user with the role partner-admin."))
                                .addSchemas("Problem", problem())
                                .responses(
                                        Map.of(
                                                "unauthenticated",
                                                        refusal("unauthenticated: there is no valid access token."),
                                                "not-an-admin",
                                                        refusal(
                                                                "not-an-admin: the caller is not an admin of a partner;"
                                                                        + " admin-not-active: the caller was removed or has another"
                                                                        + " role since;"
                                                                        + " account-not-linked: the account belongs to no partner."),
                                                "invalid-request",
                                                        refusal("bad-request: the state or the limit is not allowed;"
                                                                + " invalid-cursor: no page gave this cursor."),
                                                "connection-not-found",
                                                        refusal(
                                                                "connection-not-found: the caller's partner has no such connection."),
                                                "cannot-accept",
                                                        refusal(
                                                                "connection-not-pending: it was decided or taken back before;"
                                                                        + " request-expired: it was not answered in time;"
                                                                        + " onboarding-incomplete: missingSteps says what is to be done first."),
                                                "cannot-decline",
                                                        refusal(
                                                                "connection-not-pending: it was decided or taken back before;"
                                                                        + " request-expired: it was not answered in time."),
                                                "connection-not-accepted",
                                                        refusal(
                                                                "connection-not-accepted: only an accepted connection can be deleted."))));
    }

    private static ApiResponse refusal(String description) {
        return new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("Why something was refused.")
                .addProperty(
                        "type",
                        new StringSchema()
                                .description("urn:service-partner:problem: and the name of the problem.")
                                .example("urn:service-partner:problem:connection-not-pending"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("A sentence about this case."))
                .addProperty("advice", new StringSchema().description("What to do next."))
                .addProperty("instance", new StringSchema())
                .addProperty("state", new StringSchema().description("Current state, where it is the reason."))
                .addProperty("expiresAt", new StringSchema().format("date-time").description("Of an expired request."))
                .addProperty("providerName", new StringSchema().description("Whom to ask for a new request."))
                .addProperty(
                        "missingSteps",
                        new ArraySchema()
                                .items(new StringSchema())
                                .description("What is missing of the onboarding, in order."));
    }
}

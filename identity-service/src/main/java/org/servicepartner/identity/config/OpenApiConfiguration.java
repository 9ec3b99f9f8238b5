package org.servicepartner.identity.config;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.servicepartner.platform.security.Caller;

@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Identity service")
                        .version("1")
                        .description(
                                "The users of service partners: how they are invited and register, who they are, which role"
                                        + " they have, and whether they are active. Refusals are problems as of RFC 9457: 401"
                                        + " unauthenticated, 403 not-an-admin or admin-not-active, 400 invalid-request (with the fields named), 404"
                                        + " user-not-found (also for users of other partners), 409 last-admin, user-removed,"
                                        + " address-taken or not-invited, and those of registration, which are told there; each"
                                        + " carries advice on what to do next."))
                .addServersItem(new Server().url("/").description("Through the gateway"))
                .addSecurityItem(new SecurityRequirement().addList("token"))
                .components(new Components()
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description("Access token of a user with the role partner-admin")));
    }

    /** Every operation can refuse, and does so in one form. */
    @Bean
    OpenApiCustomizer refusals() {
        ApiResponse refusal = new ApiResponse()
                .description("A refusal: its type names the reason, its advice says what to do next")
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
        return api -> {
            api.getComponents().addSchemas("Problem", problem());
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(operation -> operation.getResponses().addApiResponse("4XX", refusal));
        };
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("A problem as of RFC 9457")
                .addProperty("type", new StringSchema().description("urn:service-partner:problem: and the reason"))
                .addProperty("title", new StringSchema().description("The reason in a few words"))
                .addProperty("status", new Schema<Integer>().type("integer").description("The HTTP status"))
                .addProperty("detail", new StringSchema().description("A sentence for a person"))
                .addProperty("advice", new StringSchema().description("What to do next"))
                .addProperty(
                        "fields",
                        new ArraySchema()
                                .items(new ObjectSchema()
                                        .addProperty("field", new StringSchema())
                                        .addProperty("message", new StringSchema()))
                                .description("What is wrong with which fields, if it is about fields"))
                .addProperty(
                        "providerName",
                        new StringSchema().description("Of a link: the mobility provider that asked for the partner"))
                .addProperty("invitedBy", new StringSchema().description("Of a link: the admin who invited"))
                .addProperty(
                        "contactEmail",
                        new StringSchema().format("email").description("Of a link: the address of either, if known"))
                .addProperty("expiredAt", new DateTimeSchema().description("Of link-expired: when the link ended"))
                .addProperty(
                        "renewableUntil",
                        new DateTimeSchema().description("Of link-expired: until when another link can be sent"))
                .addProperty("instance", new StringSchema().description("The address that was asked"));
    }
}

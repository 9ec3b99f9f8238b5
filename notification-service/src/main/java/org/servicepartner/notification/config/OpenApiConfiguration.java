package org.servicepartner.notification.config;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Notification service")
                        .version("1")
                        .description(
                                "Sends e-mail for what happens elsewhere. It has no HTTP API: it is told everything"
                                        + " by message, see its AsyncAPI document."))
                .addServersItem(new Server().url("/").description("Through the gateway"));
    }
}

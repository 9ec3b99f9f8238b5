package org.servicepartner.platform.web;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WebServerConfiguration {
    /** Bytes; most answers leave at once, where Tomcat's 8 KiB sent a page of a list in four pieces. */
    private static final int WRITE_BUFFER = 32 * 1_024;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> answersInOnePiece() {
        return server -> server.addConnectorCustomizers(
                connector -> connector.setProperty("socket.appWriteBufSize", Integer.toString(WRITE_BUFFER)));
    }
}

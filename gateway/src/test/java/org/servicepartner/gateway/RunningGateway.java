package org.servicepartner.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import org.servicepartner.local.Database;
import org.servicepartner.local.Infrastructure;
import org.servicepartner.local.InfrastructureSettings;
import org.servicepartner.local.KeycloakServer;
import org.servicepartner.local.MailServer;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** The whole gateway on a port of its own, configured as it is when deployed: by environment variables. */
class RunningGateway implements AutoCloseable {

    /** The port Keycloak sends browsers back to; one gateway at a time uses it. */
    private static final int PORTAL_PORT = freePort();

    private static final Pattern ROUTE = Pattern.compile("(?m)^(.*?) ->");
    private static final Pattern PATTERN = Pattern.compile("/[^\\s|&()]*");

    private static final InfrastructureSettings SETTINGS = settings(0);

    private static final Infrastructure INFRASTRUCTURE = Infrastructure.with(SETTINGS);

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(INFRASTRUCTURE::close));
    }

    static final String SESSION_KEY =
            Base64.getEncoder().encodeToString("a key for tests, of thirty-two b".getBytes(US_ASCII));

    private final ConfigurableApplicationContext context;
    private final String url;
    private final Map<String, String> environment;

    private RunningGateway(int port, Map<String, String> environment) {
        String[] settings = environment.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        this.context = SpringApplication.run(GatewayApplication.class, settings);
        this.url = "http://127.0.0.1:" + port;
        this.environment = environment;
    }

    /** In front of one process that stands for all services; further settings as name, value, name, value. */
    static RunningGateway inFrontOf(Upstream services, String... more) {
        return new RunningGateway(
                PORTAL_PORT, environment(PORTAL_PORT, keycloak().issuer(), services.url(), more));
    }

    /** On another port, so that nobody can sign in, with an identity provider that need not be there. */
    static RunningGateway waitingFor(URI issuer, String services, String... more) {
        int port = freePort();
        return new RunningGateway(port, environment(port, issuer, services, more));
    }

    /** One more, on a port of its own, with the same services and sessions; other settings as name, value, name, value. */
    RunningGateway replica(String... others) {
        int port = freePort();
        Map<String, String> settings = new TreeMap<>(environment);
        settings.put("SERVER_PORT", String.valueOf(port));
        for (int i = 0; i < others.length; i += 2) {
            settings.put(others[i], others[i + 1]);
        }
        return new RunningGateway(port, settings);
    }

    /** The patterns of everything that it answers, controllers, routes and files. */
    Set<String> addresses() {
        Set<String> addresses = new TreeSet<>(context.getBean("resourceHandlerMapping", SimpleUrlHandlerMapping.class)
                .getUrlMap()
                .keySet());
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> addresses.addAll(mapping.getPatternValues()));
        String routes =
                String.valueOf(context.getBean(RouterFunctionMapping.class).getRouterFunction());
        ROUTE.matcher(routes)
                .results()
                .flatMap(route -> PATTERN.matcher(route.group(1)).results())
                .forEach(pattern -> addresses.add(pattern.group()));
        return addresses;
    }

    /** Where it keeps its sessions. */
    Database database() {
        return new Database(
                environment.get("DATABASE_URL"),
                environment.get("DATABASE_USERNAME"),
                environment.get("DATABASE_PASSWORD"));
    }

    static KeycloakServer keycloak() {
        return INFRASTRUCTURE.keycloak();
    }

    /** Where Keycloak's mails arrive. */
    static MailServer mail() {
        return INFRASTRUCTURE.mail();
    }

    /** Like the servers of all tests, but with Keycloak on a given port. */
    static InfrastructureSettings settings(int keycloakPort) {
        InfrastructureSettings usual = InfrastructureSettings.forTests();
        return new InfrastructureSettings(
                usual.hosting(),
                usual.dataDirectory(),
                usual.logDirectory(),
                usual.durable(),
                usual.postgresPort(),
                usual.kafkaPort(),
                keycloakPort,
                usual.smtpPort(),
                usual.mailPagePort(),
                "http://127.0.0.1:" + PORTAL_PORT,
                usual.gatewayClientSecret());
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        context.close();
    }

    private static Map<String, String> environment(int port, URI issuer, String services, String... more) {
        Database database = INFRASTRUCTURE.postgres().createDatabase("gateway");
        Map<String, String> environment = new TreeMap<>(Map.of(
                "SERVER_PORT", String.valueOf(port),
                "OIDC_ISSUER_URI", issuer.toString(),
                "OIDC_CLIENT_ID", "gateway",
                "OIDC_CLIENT_SECRET", InfrastructureSettings.forTests().gatewayClientSecret(),
                "IDENTITY_SERVICE_URL", services,
                "PARTNER_SERVICE_URL", services,
                "FLEET_CONNECTION_SERVICE_URL", services,
                "JOB_SERVICE_URL", services,
                "NOTIFICATION_SERVICE_URL", services));
        environment.put("DATABASE_URL", database.jdbcUrl());
        environment.put("DATABASE_USERNAME", database.username());
        environment.put("DATABASE_PASSWORD", database.password());
        environment.put("SESSION_KEY", SESSION_KEY);
        for (int i = 0; i < more.length; i += 2) {
            environment.put(more[i], more[i + 1]);
        }
        return environment;
    }
}

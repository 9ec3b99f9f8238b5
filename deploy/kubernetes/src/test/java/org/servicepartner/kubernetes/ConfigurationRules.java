package org.servicepartner.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import static org.servicepartner.kubernetes.Change.with;
import static org.servicepartner.kubernetes.Change.without;
import static org.servicepartner.kubernetes.Manifests.elements;

/** What the programs are told: their environment, their databases, the addresses of the place, the realm. */
final class ConfigurationRules {

    private static final String CONTAINER = "/spec/template/spec/containers/0";
    private static final Path OBSERVABILITY = Path.of("../observability");
    private static final Path REALM = Path.of("../keycloak/service-partner-realm.json");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)(:[^}]*)?}");

    private ConfigurationRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule(
                        "Applications get every environment variable that their settings name",
                        manifests -> manifests
                                .applications()
                                .flatMap(deployment -> missing(
                                        Application.named(deployment.name()).variables(),
                                        Environment.of(deployment, manifests).keySet(),
                                        deployment)),
                        without("ConfigMap/fleet-connection-service-settings", "/data/CONNECTION_REQUEST_VALIDITY"),
                        without("Deployment/notification-service", CONTAINER + "/envFrom/0")),
                new Rule(
                        "Applications get no environment variable that they do not read, and none without a value",
                        manifests -> manifests
                                .applications()
                                .flatMap(deployment -> Environment.of(deployment, manifests).entrySet().stream()
                                        .filter(variable -> variable.getValue().isBlank()
                                                || !Application.named(deployment.name())
                                                        .reads(variable.getKey()))
                                        .map(variable -> deployment + " gets " + variable)),
                        with("ConfigMap/application-settings", "/data/SERVER_PROT", "'8080'"),
                        with("ConfigMap/service-settings", "/data/SPRING_KAFKA_SSL_KEYSTORELOCATION", "''")),
                new Rule(
                        "The files that applications are told of are mounted",
                        ConfigurationRules::files,
                        with(
                                "Deployment/partner-service",
                                CONTAINER + "/volumeMounts/0/mountPath",
                                "/etc/kafka/client"),
                        with("ConfigMap/partner-service-settings", "/data/NDA_SIGNING_KEY_STORE", "/etc/nda/key.p12")),
                new Rule(
                        "Ports are those that applications are told to listen at",
                        manifests -> manifests
                                .applications()
                                .filter(deployment -> {
                                    Map<String, String> environment = Environment.of(deployment, manifests);
                                    return !List.of(
                                                    environment.get("SERVER_PORT"),
                                                    environment.get("MANAGEMENT_SERVER_PORT"))
                                            .equals(elements(deployment.at(CONTAINER + "/ports"))
                                                    .map(port -> port.path("containerPort")
                                                            .asText())
                                                    .toList());
                                })
                                .map(deployment -> deployment + " listens elsewhere"),
                        with("ConfigMap/application-settings", "/data/MANAGEMENT_SERVER_PORT", "'9090'")),
                new Rule(
                        "Every application has a database of its own, and the role that owns it, with the name and password it is told",
                        ConfigurationRules::databases,
                        with("Database/job", "/spec/owner", "identity"),
                        with("Database/gateway", "/spec/name", "sessions"),
                        with(
                                "Cluster/postgresql",
                                "/spec/managed/roles/3/passwordSecret/name",
                                "identity-service.database"),
                        with("ExternalSecret/job-service.database", "/spec/target/template/data/username", "jobs"),
                        with(
                                "ConfigMap/job-service-settings",
                                "/data/DATABASE_URL",
                                "jdbc:postgresql://postgresql-rw:5432/jobs")),
                new Rule(
                        "PostgreSQL has a connection for every one that all replicas may open at once",
                        ConfigurationRules::connections,
                        with("Cluster/postgresql", "/spec/postgresql/parameters/max_connections", "'300'")),
                new Rule(
                        "Keycloak, the edge and the applications name the same public addresses",
                        ConfigurationRules::addresses,
                        with("Keycloak/keycloak", "/spec/hostname/hostname", "https://login.invalid"),
                        with("Gateway/edge", "/spec/listeners/1/hostname", "portal.invalid"),
                        with("HTTPRoute/login", "/spec/hostnames/0", "login.invalid")),
                new Rule(
                        "Routes lead from listeners that are there to Services that are there",
                        ConfigurationRules::routes,
                        with("HTTPRoute/portal", "/spec/rules/0/backendRefs/0/port", "80"),
                        with("HTTPRoute/portal", "/spec/parentRefs/0/sectionName", "gate")),
                new Rule(
                        "Prometheus and Grafana get the rules and dashboards of deploy/observability where there is somebody who asks",
                        manifests -> manifests
                                .ofKind("PodMonitor")
                                .limit(1)
                                .flatMap(asked -> Stream.concat(alertRules(manifests), dashboards(manifests))),
                        with("PrometheusRule/services", "/spec/groups/0/rules/0/for", "1h"),
                        with("PrometheusRule/slo", "/metadata/name", "objectives"),
                        with("ConfigMap/dashboards", "/data", "{email.json: '{}'}")),
                new Rule(
                        "Keycloak's realm is deploy/keycloak/service-partner-realm.json, and has a value for each placeholder",
                        ConfigurationRules::realm,
                        with("KeycloakRealmImport/service-partner-realm", "/spec/realm/accessTokenLifespan", "3600"),
                        without(
                                "KeycloakRealmImport/service-partner-realm",
                                "/spec/placeholders/GATEWAY_CLIENT_SECRET"),
                        without("Keycloak/keycloak", "/spec/env/0")));
    }

    private static Stream<String> alertRules(Manifests manifests) {
        Map<String, JsonNode> written = files(OBSERVABILITY.resolve("alerts"), ".yaml")
                .collect(Collectors.toMap(file -> name(file, ".yaml"), file -> Change.parsed(read(file))));
        Map<String, JsonNode> given = manifests
                .ofKind("PrometheusRule")
                .collect(Collectors.toMap(Manifest::name, rules -> rules.at("/spec")));
        return Stream.concat(written.keySet().stream(), given.keySet().stream())
                .distinct()
                .filter(name -> !Objects.equals(written.get(name), given.get(name)))
                .map(name -> "Make components/monitoring/alerts.yaml anew: " + name);
    }

    private static Stream<String> dashboards(Manifests manifests) {
        return WorkloadRules.differences(
                files(OBSERVABILITY.resolve("dashboards"), ".json")
                        .map(file -> file.getFileName() + " " + read(file))
                        .collect(Collectors.toSet()),
                manifests.get("ConfigMap/dashboards").at("/data").properties().stream()
                        .map(dashboard ->
                                dashboard.getKey() + " " + dashboard.getValue().asText())
                        .collect(Collectors.toSet()));
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file, String ending) {
        return file.getFileName().toString().replace(ending, "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> missing(Set<String> needed, Set<String> given, Manifest deployment) {
        return needed.stream()
                .filter(variable -> !given.contains(variable))
                .map(variable -> deployment + " is not told " + variable);
    }

    private static Stream<String> files(Manifests manifests) {
        Pattern file = Pattern.compile("(?:file:|=|^)(/etc/[^&]+)/([^/&]+)$");
        return manifests
                .applications()
                .flatMap(deployment -> Environment.of(deployment, manifests).values().stream()
                        .flatMap(value -> file.matcher(value).results())
                        .filter(told -> !mounted(deployment, told.group(1), told.group(2)))
                        .map(told -> deployment + " has no file " + told.group(1) + "/" + told.group(2)));
    }

    private static boolean mounted(Manifest deployment, String folder, String file) {
        return elements(deployment.at(CONTAINER + "/volumeMounts"))
                .filter(mount -> mount.path("mountPath").asText().equals(folder))
                .flatMap(mount -> elements(deployment.at("/spec/template/spec/volumes"))
                        .filter(volume -> volume.path("name").equals(mount.path("name"))))
                .flatMap(volume -> elements(volume.at("/secret/items")))
                .anyMatch(item -> item.path("path").asText().equals(file));
    }

    private static Stream<String> databases(Manifests manifests) {
        return manifests
                .applications()
                .filter(deployment -> {
                    String url = Environment.of(deployment, manifests).get("DATABASE_URL");
                    String database = URI.create(url.substring("jdbc:".length()))
                            .getPath()
                            .substring(1);
                    String secret = deployment.name() + ".database";
                    return manifests
                                            .ofKind("Database")
                                            .filter(declared -> declared.at("/spec/name")
                                                            .asText()
                                                            .equals(database)
                                                    && declared.at("/spec/owner")
                                                            .asText()
                                                            .equals(database))
                                            .count()
                                    != 1
                            || elements(manifests.get("Cluster/postgresql").at("/spec/managed/roles"))
                                    .noneMatch(
                                            role -> role.path("name").asText().equals(database)
                                                    && role.path("login").asBoolean()
                                                    && role.at("/passwordSecret/name")
                                                            .asText()
                                                            .equals(secret))
                            || !manifests
                                    .get("ExternalSecret/" + secret)
                                    .at("/spec/target/template/data/username")
                                    .asText()
                                    .equals(database);
                })
                .map(deployment -> deployment + " has no database of its own");
    }

    private static Stream<String> connections(Manifests manifests) {
        int applications = manifests
                .applications()
                .map(deployment -> Application.named(deployment.name()))
                .mapToInt(application -> {
                    int pool =
                            Integer.parseInt(application.setting("spring.datasource.hikari.maximum-pool-size", "10"));
                    int replicas = manifests
                            .get("HorizontalPodAutoscaler/" + application.name())
                            .at("/spec/maxReplicas")
                            .asInt();
                    int listening = application.isService() ? 1 : 0;
                    // One more replica while a release goes out.
                    return (replicas + 1) * (pool + listening);
                })
                .sum();
        JsonNode keycloak = manifests.get("Keycloak/keycloak").at("/spec");
        int needed = applications
                + keycloak.path("instances").asInt()
                        * keycloak.at("/db/poolMaxSize").asInt();
        int possible = manifests
                .get("Cluster/postgresql")
                .at("/spec/postgresql/parameters/max_connections")
                .asInt();
        return needed < possible ? Stream.of() : Stream.of(needed + " connections of " + possible);
    }

    private static Stream<String> addresses(Manifests manifests) {
        JsonNode place = manifests.get("ConfigMap/environment").at("/data");
        URI issuer = URI.create(place.path("OIDC_ISSUER_URI").asText());
        String portal = URI.create(place.path("PORTAL_URL").asText()).getHost();
        Set<String> expected = Set.of(
                issuer.getScheme() + "://" + issuer.getHost(), "portal at " + portal, "login at " + issuer.getHost());
        Stream<String> edge = elements(manifests.get("Gateway/edge").at("/spec/listeners"))
                .filter(listener -> listener.has("hostname"))
                .map(listener -> listener.path("name").asText() + " at "
                        + listener.path("hostname").asText());
        Stream<String> routes = manifests
                .ofKind("HTTPRoute")
                .filter(route -> route.at("/spec/hostnames").size() > 0)
                .map(route ->
                        route.name() + " at " + route.at("/spec/hostnames/0").asText());
        Stream<String> keycloak = Stream.of(
                manifests.get("Keycloak/keycloak").at("/spec/hostname/hostname").asText());
        return WorkloadRules.differences(
                expected,
                Stream.of(edge, routes, keycloak).flatMap(found -> found).collect(Collectors.toSet()));
    }

    private static Stream<String> routes(Manifests manifests) {
        Set<String> listeners = elements(manifests.get("Gateway/edge").at("/spec/listeners"))
                .map(listener -> "edge " + listener.path("name").asText())
                .collect(Collectors.toSet());
        Set<String> backends = Stream.concat(
                        Stream.of("keycloak-service 8080"),
                        manifests
                                .ofKind("Service")
                                .map(service -> service.name() + " "
                                        + service.at("/spec/ports/0/port").asText()))
                .collect(Collectors.toSet());
        return manifests
                .ofKind("HTTPRoute")
                .flatMap(route -> Stream.concat(
                        elements(route.at("/spec/parentRefs"))
                                .map(parent -> parent.path("name").asText() + " "
                                        + parent.path("sectionName").asText())
                                .filter(parent -> !listeners.contains(parent)),
                        elements(route.at("/spec/rules"))
                                .flatMap(rule -> elements(rule.path("backendRefs")))
                                .map(backend -> backend.path("name").asText() + " "
                                        + backend.path("port").asText())
                                .filter(backend -> !backends.contains(backend))));
    }

    private static Stream<String> realm(Manifests manifests) {
        JsonNode imported =
                manifests.get("KeycloakRealmImport/service-partner-realm").at("/spec");
        JsonNode realm;
        try {
            realm = Manifests.JSON.readTree(REALM.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Set<String> given = Stream.concat(
                        imported.path("placeholders").properties().stream().map(Map.Entry::getKey),
                        elements(manifests.get("Keycloak/keycloak").at("/spec/env"))
                                .map(variable -> variable.path("name").asText()))
                .collect(Collectors.toSet());
        Set<String> needed = PLACEHOLDER
                .matcher(realm.toString())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        Stream<String> different = realm.equals(imported.path("realm"))
                ? Stream.of()
                : Stream.of("Copy " + REALM + " to spec.realm of components/keycloak/realm-import.json");
        return Stream.concat(different, WorkloadRules.differences(needed, given));
    }
}

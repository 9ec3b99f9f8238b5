package org.servicepartner.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.servicepartner.kubernetes.Change.with;
import static org.servicepartner.kubernetes.Change.without;

/** Every overlay and every component is built, understood field by field, and held against the rules; and each check is shown to fail. */
class ManifestsTest {

    private static final String PRODUCTION = "production";
    private static final Map<String, Manifests> OVERLAYS = overlays();
    private static final List<Rule> RULES = Stream.of(
                    WorkloadRules.all(),
                    ConfigurationRules.all(),
                    NetworkRules.all(),
                    KafkaRules.all(),
                    SecretRules.all())
            .flatMap(Collection::stream)
            .toList();

    /** One fault for each type, most of them a field that it does not have. */
    private static final List<Change> NOT_OF_THEIR_TYPE = List.of(
            with("Namespace/service-partner", "/spec", "{finalisers: []}"),
            with("ConfigMap/environment", "/data", "[]"),
            with("Service/job-service", "/spec/ports/0/portt", "1"),
            with("ServiceAccount/job-service", "/automountToken", "false"),
            with("Deployment/job-service", "/spec/template/spec/containers/0/livenessProbe/httpGet/paths", "/"),
            with("HorizontalPodAutoscaler/job-service", "/spec/maximumReplicas", "3"),
            with("PodDisruptionBudget/job-service", "/spec/maxUnavailables", "1"),
            with("NetworkPolicy/dns", "/spec/egress/0/too", "[]"),
            with("Gateway/edge", "/spec/listeners/1/tls/certificates", "[]"),
            with("HTTPRoute/portal", "/spec/rules/0/timeouts/answer", "1s"),
            with("Kafka/kafka", "/spec/kafka/listeners/0/portt", "9093"),
            with("KafkaNodePool/nodes", "/spec/role", "[broker]"),
            with("KafkaTopic/servicepartner.jobs.v1", "/spec/partition", "6"),
            with("KafkaUser/job-service", "/spec/authorization/acls/0/operation", "[Read]"),
            with("Keycloak/keycloak", "/spec/hostname/host", "login"),
            with("KeycloakRealmImport/service-partner-realm", "/spec/realm/acessTokenLifespan", "300"));

    /** The same for the types that are in TypeScript. */
    private static final List<Change> NOT_OF_THEIR_TYPESCRIPT_TYPE = List.of(
            with("Cluster/postgresql", "/spec/postgresql/synchronous/numbers", "1"),
            with("Database/job", "/spec/reclaimPolicy", "retain"),
            without("ScheduledBackup/postgresql-nightly", "/spec/schedule"),
            with("ObjectStore/postgresql-backups", "/spec/configuration/serverName", "postgresql"),
            with("ExternalSecret/gateway.keys", "/spec/data/0/remoteRef/property", "1"),
            with("SecretStore/service-partner", "/spec/provider/vault/versions", "v2"),
            with("PodMonitor/applications", "/spec/podMetricsEndpoints/0/paths", "/"),
            with("PrometheusRule/email", "/spec/groups/0/rules/0/expression", "up"));

    static Stream<String> components() {
        return folders("components").map(folder -> folder.getFileName().toString());
    }

    /** A component is built upon what all of them are for: the base, and the place it runs at. */
    @ParameterizedTest
    @MethodSource("components")
    void aComponentIsBuiltWithNothingButTheBase(String component) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/kustomize", component));
        Files.writeString(folder.resolve("kustomization.yaml"), """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                resources: [../../../overlays/local/environment, ../../../base]
                components: [../../../components/%s]
                """.formatted(component));

        assertThat(complaints(Manifests.of(folder))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("overlayNames")
    void everyFieldOfAnOverlayIsOneOfItsType(String overlay) {
        assertThat(complaints(OVERLAYS.get(overlay))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rulesOfOverlays")
    void aRuleHolds(Rule rule, String overlay) {
        assertThat(rule.violatedBy(OVERLAYS.get(overlay))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsFound(Rule rule, Change fault) {
        assertThat(rule.violatedBy(OVERLAYS.get(PRODUCTION).with(fault))).isNotEmpty();
    }

    @Test
    void theClusterThatTheRunbookRecoversIsOneOfItsType() {
        assertThat(TypeScriptModels.complaints(List.of(Runbook.recoveredCluster())))
                .isEmpty();
    }

    @Test
    void whatCannotBeBuiltIsRefused() throws IOException {
        Path folder = Files.createDirectories(Path.of("target/kustomize/broken"));
        Files.writeString(folder.resolve("kustomization.yaml"), "resources: [nowhere.yaml]\n");

        assertThatThrownBy(() -> Manifests.of(folder)).hasMessageContaining("nowhere.yaml");
    }

    static Stream<Change> javaFaults() {
        return NOT_OF_THEIR_TYPE.stream();
    }

    @ParameterizedTest
    @MethodSource("javaFaults")
    void aFieldThatIsNotOfTheTypeIsFound(Change fault) {
        assertThat(Models.complaint(fault.applied(OVERLAYS.get(PRODUCTION).get(fault.id()))))
                .isPresent();
    }

    @Test
    void aFieldThatIsNotOfTheTypeScriptTypeIsFound() {
        List<Manifest> faulty = NOT_OF_THEIR_TYPESCRIPT_TYPE.stream()
                .map(fault -> fault.applied(OVERLAYS.get(PRODUCTION).get(fault.id())))
                .toList();

        assertThat(TypeScriptModels.complaints(faulty)).hasSize(faulty.size());
    }

    @Test
    void eachTypeIsShownToBeStrict() {
        List<String> shown = Stream.of(NOT_OF_THEIR_TYPE, NOT_OF_THEIR_TYPESCRIPT_TYPE)
                .flatMap(Collection::stream)
                .map(fault -> OVERLAYS.get(PRODUCTION).get(fault.id()).type())
                .toList();

        assertThat(OVERLAYS.values())
                .flatMap(Manifests::all)
                .extracting(Manifest::type)
                .isSubsetOf(shown);
    }

    static Stream<String> overlayNames() {
        return OVERLAYS.keySet().stream();
    }

    static Stream<Arguments> rulesOfOverlays() {
        return RULES.stream().flatMap(rule -> OVERLAYS.keySet().stream().map(overlay -> Arguments.of(rule, overlay)));
    }

    static Stream<Arguments> faults() {
        return RULES.stream().flatMap(rule -> rule.faults().stream().map(fault -> Arguments.of(rule, fault)));
    }

    private static List<String> complaints(Manifests manifests) {
        List<Manifest> others = manifests.all().stream()
                .filter(manifest -> !Models.know(manifest))
                .toList();
        Stream<String> java = manifests.all().stream()
                .filter(Models::know)
                .map(Models::complaint)
                .flatMap(Optional::stream);
        Stream<String> typeScript = TypeScriptModels.complaints(others).entrySet().stream()
                .map(complaint -> others.get(complaint.getKey()) + ": " + complaint.getValue());
        return Stream.concat(java, typeScript).toList();
    }

    private static Map<String, Manifests> overlays() {
        Map<String, Manifests> overlays = new LinkedHashMap<>();
        folders("overlays").forEach(folder -> overlays.put(folder.getFileName().toString(), Manifests.of(folder)));
        return overlays;
    }

    private static Stream<Path> folders(String parent) {
        try (Stream<Path> folders = Files.list(Path.of(parent))) {
            return folders.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.servicepartner.kubernetes;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import static org.servicepartner.kubernetes.Change.with;
import static org.servicepartner.kubernetes.Change.without;
import static org.servicepartner.kubernetes.Manifests.elements;

/** How the programs run. */
final class WorkloadRules {

    private static final String POD = "/spec/template/spec";
    private static final String CONTAINER = POD + "/containers/0";
    private static final String JOBS = "Deployment/job-service";

    private WorkloadRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule(
                        "Every application of the project is deployed, and nothing else of ours",
                        manifests -> differences(
                                Application.ALL.stream().map(Application::name).collect(Collectors.toSet()),
                                manifests.applications().map(Manifest::name).collect(Collectors.toSet())),
                        with(JOBS, "/metadata/name", "jobs")),
                new Rule(
                        "Every container is asked whether it has started, lives and is ready, at a port it has",
                        WorkloadRules::probes,
                        without(JOBS, CONTAINER + "/startupProbe"),
                        without(JOBS, CONTAINER + "/livenessProbe"),
                        with(JOBS, CONTAINER + "/readinessProbe/httpGet/port", "metrics")),
                new Rule(
                        "Applications are asked by the health groups they have",
                        WorkloadRules::healthGroups,
                        with(JOBS, CONTAINER + "/livenessProbe/httpGet/path", "/actuator/health/readiness"),
                        with(JOBS, CONTAINER + "/readinessProbe/httpGet/path", "/actuator/health")),
                new Rule(
                        "Every image has a version",
                        manifests -> Stream.concat(
                                        manifests.ofKind("Deployment").map(deployment -> deployment.at(CONTAINER)),
                                        manifests.ofKind("Keycloak").map(keycloak -> keycloak.at("/spec")))
                                .map(program -> program.path("image").asText())
                                .filter(image -> !image.matches(".+:.+") || image.endsWith(":latest")),
                        with(JOBS, CONTAINER + "/image", "service-partner/job-service:latest"),
                        with("Keycloak/keycloak", "/spec/image", "service-partner/keycloak")),
                each(
                        "Every container says how much processor and memory it needs and may take",
                        CONTAINER + "/resources",
                        resources -> Stream.of("requests", "limits")
                                .allMatch(kind -> resources.path(kind).has("cpu")
                                        && resources.path(kind).has("memory")),
                        without(JOBS, CONTAINER + "/resources/limits/memory")),
                each(
                        "Every pod runs as nobody in particular, and may call the system only in the usual ways",
                        POD + "/securityContext",
                        context -> context.path("runAsNonRoot").asBoolean()
                                && context.path("runAsUser").asInt() >= 10_000
                                && context.at("/seccompProfile/type").asText().equals("RuntimeDefault"),
                        with(JOBS, POD + "/securityContext/runAsUser", "0"),
                        without(JOBS, POD + "/securityContext/seccompProfile")),
                each(
                        "No container may gain privileges, has capabilities, or writes to its image",
                        CONTAINER + "/securityContext",
                        context -> context.path("readOnlyRootFilesystem").asBoolean()
                                && !context.path("allowPrivilegeEscalation").asBoolean(true)
                                && context.at("/capabilities/drop").toString().equals("[\"ALL\"]")
                                && !context.path("capabilities").has("add"),
                        with(JOBS, CONTAINER + "/securityContext/readOnlyRootFilesystem", "false"),
                        without(JOBS, CONTAINER + "/securityContext/allowPrivilegeEscalation"),
                        with(JOBS, CONTAINER + "/securityContext/capabilities", "{drop: [ALL], add: [NET_ADMIN]}")),
                each(
                        "Every container has a /tmp of its own",
                        POD,
                        pod -> elements(pod.at("/containers/0/volumeMounts"))
                                .filter(mount ->
                                        mount.path("mountPath").asText().equals("/tmp"))
                                .anyMatch(mount -> elements(pod.path("volumes"))
                                        .anyMatch(volume -> volume.path("name").equals(mount.path("name"))
                                                && volume.has("emptyDir"))),
                        with(JOBS, POD + "/volumes", "[]")),
                each(
                        "No pod gets a token of the cluster, or variables about services that are not meant for it",
                        POD,
                        pod -> !pod.path("automountServiceAccountToken").asBoolean(true)
                                && !pod.path("enableServiceLinks").asBoolean(true),
                        with(JOBS, POD + "/automountServiceAccountToken", "true"),
                        without(JOBS, POD + "/enableServiceLinks")),
                new Rule(
                        "Every application has a service account of its own that mounts no token",
                        manifests -> Stream.concat(
                                manifests
                                        .ofKind("ServiceAccount")
                                        .filter(account -> account.at("/automountServiceAccountToken")
                                                .asBoolean(true))
                                        .map(account -> account + " mounts a token"),
                                manifests
                                        .applications()
                                        .filter(deployment -> manifests
                                                .ofKind("ServiceAccount")
                                                .map(Manifest::name)
                                                .noneMatch(name -> name.equals(deployment.name())
                                                        && name.equals(deployment
                                                                .at(POD + "/serviceAccountName")
                                                                .asText())))
                                        .map(deployment -> deployment + " has no service account of its own")),
                        without("ServiceAccount/job-service", "/automountServiceAccountToken"),
                        with(JOBS, POD + "/serviceAccountName", "gateway")),
                new Rule(
                        "Replicas of an application are spread over nodes and zones",
                        manifests -> manifests
                                .applications()
                                .filter(deployment -> !Set.of("kubernetes.io/hostname", "topology.kubernetes.io/zone")
                                        .equals(elements(deployment.at(POD + "/topologySpreadConstraints"))
                                                .filter(spread -> isSubset(
                                                        deployment.at("/spec/selector/matchLabels"),
                                                        spread.at("/labelSelector/matchLabels")))
                                                .map(spread -> spread.path("topologyKey")
                                                        .asText())
                                                .collect(Collectors.toSet())))
                                .map(deployment -> deployment + " is not spread"),
                        without(JOBS, POD + "/topologySpreadConstraints/0"),
                        with(
                                JOBS,
                                POD + "/topologySpreadConstraints/0/labelSelector/matchLabels",
                                "{app.kubernetes.io/part-of: service-partner}")),
                new Rule(
                        "Every application keeps its replicas when nodes are emptied, and a release takes none away before it brings one",
                        manifests -> manifests
                                .applications()
                                .filter(deployment -> !deployment
                                                .at("/spec/strategy/rollingUpdate/maxUnavailable")
                                                .asText()
                                                .equals("0")
                                        || manifests
                                                .ofKind("PodDisruptionBudget")
                                                .filter(budget -> budget.at("/spec/maxUnavailable")
                                                                .asInt()
                                                        == 1)
                                                .filter(budget -> selects(budget.at("/spec/selector"), deployment))
                                                .noneMatch(
                                                        budget -> budget.name().equals(deployment.name())))
                                .map(deployment -> deployment + " may lose its replicas"),
                        without("PodDisruptionBudget/job-service", "/spec/selector/matchLabels"),
                        without(JOBS, "/spec/strategy")),
                new Rule(
                        "A Job with the labels of an application is none of its replicas",
                        manifests -> manifests
                                .applications()
                                .flatMap(deployment -> Stream.concat(
                                                Stream.of(deployment), manifests.ofKind("PodDisruptionBudget"))
                                        .filter(owner ->
                                                Pod.ofJobLike(deployment).isSelectedBy(owner.at("/spec/selector")))
                                        .map(owner -> owner + " counts a Job of " + deployment)),
                        without("PodDisruptionBudget/job-service", "/spec/selector/matchExpressions"),
                        without(JOBS, "/spec/selector/matchExpressions")),
                new Rule(
                        "A pod has the time to end: until everybody knows, for the last requests, and for what comes after them",
                        WorkloadRules::gracefulStop,
                        with(JOBS, POD + "/terminationGracePeriodSeconds", "30"),
                        without(JOBS, CONTAINER + "/lifecycle")),
                new Rule(
                        "Every application is scaled by its processors, job-service by the lag of its consumers too, none beyond its partitions",
                        WorkloadRules::autoscaling,
                        with("HorizontalPodAutoscaler/job-service", "/spec/scaleTargetRef/name", "jobs"),
                        without("HorizontalPodAutoscaler/job-service", "/spec/metrics/1"),
                        with("HorizontalPodAutoscaler/job-service", "/spec/metrics/1/external/metric/name", "lag"),
                        with("HorizontalPodAutoscaler/job-service", "/spec/maxReplicas", "7")),
                new Rule(
                        "Every Service leads to the pods of one Deployment, at a port they have",
                        WorkloadRules::services,
                        with("Service/job-service", "/spec/selector", "{app.kubernetes.io/name: jobs}"),
                        with("Service/job-service", "/spec/selector", "{app.kubernetes.io/part-of: service-partner}"),
                        with("Service/job-service", "/spec/ports/0/targetPort", "https")),
                new Rule(
                        "All documents are in the namespace that is made",
                        manifests -> manifests.all().stream()
                                .filter(manifest -> !manifest.kind().equals("Namespace"))
                                .filter(manifest -> !manifests
                                        .ofKind("Namespace")
                                        .map(Manifest::name)
                                        .toList()
                                        .equals(List.of(manifest.at("/metadata/namespace")
                                                .asText())))
                                .map(manifest -> manifest + " is elsewhere"),
                        with(JOBS, "/metadata/namespace", "default")));
    }

    private static Rule each(String sentence, String place, Predicate<JsonNode> holds, Change... faults) {
        return new Rule(
                sentence,
                manifests -> manifests
                        .ofKind("Deployment")
                        .filter(deployment ->
                                deployment.at(POD + "/containers").size() != 1 || !holds.test(deployment.at(place)))
                        .map(deployment -> "%s: %s".formatted(deployment, deployment.at(place))),
                faults);
    }

    private static Stream<String> probes(Manifests manifests) {
        return manifests.ofKind("Deployment").flatMap(deployment -> {
            Set<String> ports = elements(deployment.at(CONTAINER + "/ports"))
                    .map(port -> port.path("name").asText())
                    .collect(Collectors.toSet());
            return Stream.of("startupProbe", "livenessProbe", "readinessProbe")
                    .filter(probe -> !ports.contains(deployment
                            .at(CONTAINER + "/" + probe + "/httpGet/port")
                            .asText()))
                    .map(probe -> deployment + " has no " + probe + " at one of its ports " + ports);
        });
    }

    private static Stream<String> healthGroups(Manifests manifests) {
        Map<String, String> groups = Map.of(
                "startupProbe", "liveness",
                "livenessProbe", "liveness",
                "readinessProbe", "readiness");
        return manifests.applications().flatMap(deployment -> {
            boolean has = Boolean.parseBoolean(
                    Application.named(deployment.name()).setting("management.endpoint.health.probes.enabled", "false"));
            return groups.entrySet().stream()
                    .filter(group -> !has
                            || !deployment
                                    .at(CONTAINER + "/" + group.getKey() + "/httpGet/path")
                                    .asText()
                                    .equals("/actuator/health/" + group.getValue()))
                    .map(group ->
                            "The " + group.getKey() + " of " + deployment + " does not ask for " + group.getValue());
        });
    }

    private static Stream<String> gracefulStop(Manifests manifests) {
        return manifests
                .applications()
                .filter(deployment -> {
                    Application application = Application.named(deployment.name());
                    Duration known = Duration.ofSeconds(deployment
                            .at(CONTAINER + "/lifecycle/preStop/sleep/seconds")
                            .asInt());
                    Duration needed = known.plus(application.shutdownPhase().multipliedBy(2));
                    Duration given = Duration.ofSeconds(deployment
                            .at(POD + "/terminationGracePeriodSeconds")
                            .asInt());
                    return !known.isPositive()
                            || given.compareTo(needed) <= 0
                            || !application.setting("server.shutdown", "").equals("graceful");
                })
                .map(deployment -> deployment + " is killed before it has ended");
    }

    private static Stream<String> autoscaling(Manifests manifests) {
        return manifests
                .applications()
                .filter(deployment -> manifests
                        .ofKind("HorizontalPodAutoscaler")
                        .filter(autoscaler -> autoscaler
                                .at("/spec/scaleTargetRef/name")
                                .asText()
                                .equals(deployment.name()))
                        .filter(autoscaler -> autoscaler.at("/spec/maxReplicas").asInt() <= KafkaRules.PARTITIONS)
                        .noneMatch(autoscaler -> elements(autoscaler.at("/spec/metrics"))
                                .map(WorkloadRules::metric)
                                .toList()
                                .equals(
                                        deployment.name().equals("job-service")
                                                ? List.of("cpu", "kafka_consumergroup_lag of job-service")
                                                : List.of("cpu"))))
                .map(deployment -> deployment + " is not scaled as it should be");
    }

    private static String metric(JsonNode metric) {
        return metric.has("resource")
                ? metric.at("/resource/name").asText()
                : metric.at("/external/metric/name").asText() + " of "
                        + metric.at("/external/metric/selector/matchLabels/consumergroup")
                                .asText();
    }

    private static Stream<String> services(Manifests manifests) {
        return manifests.ofKind("Service").flatMap(service -> {
            List<Manifest> targets = manifests
                    .ofKind("Deployment")
                    .filter(deployment ->
                            isSubset(service.at("/spec/selector"), deployment.at("/spec/template/metadata/labels")))
                    .toList();
            if (targets.size() != 1) {
                return Stream.of(service + " leads to " + targets);
            }
            Set<String> ports = elements(targets.getFirst().at(CONTAINER + "/ports"))
                    .map(port -> port.path("name").asText())
                    .collect(Collectors.toSet());
            return elements(service.at("/spec/ports"))
                    .map(port -> port.path("targetPort").asText())
                    .filter(port -> !ports.contains(port))
                    .map(port -> service + " leads to no port " + port);
        });
    }

    private static boolean selects(JsonNode selector, Manifest deployment) {
        return selector.path("matchLabels").size() > 0
                && isSubset(selector.path("matchLabels"), deployment.at("/spec/template/metadata/labels"))
                && isSubset(deployment.at("/spec/selector/matchLabels"), selector.path("matchLabels"));
    }

    /** Whether all members of the one are in the other. */
    static boolean isSubset(JsonNode some, JsonNode all) {
        return some.properties().stream().allMatch(member -> member.getValue().equals(all.get(member.getKey())));
    }

    static Stream<String> differences(Set<String> expected, Set<String> found) {
        return Stream.concat(
                expected.stream().filter(one -> !found.contains(one)).map(one -> one + " is missing"),
                found.stream().filter(one -> !expected.contains(one)).map(one -> one + " is too much"));
    }
}

package org.servicepartner.kubernetes;

import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import org.keycloak.representations.idm.RealmRepresentation;

/**
 * The resources of Keycloak's operator, whose own types nobody publishes as a library: as much of them as the manifests use, after the
 * operator's documentation. What is not here is refused. The realm has Keycloak's own type.
 */
final class KeycloakModels {

    private KeycloakModels() {}

    record Keycloak(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {
        record Spec(
                int instances,
                String image,
                Database db,
                Http http,
                Hostname hostname,
                Proxy proxy,
                Ingress ingress,
                BootstrapAdmin bootstrapAdmin,
                NetworkPolicy networkPolicy,
                List<EnvVar> additionalOptions,
                List<EnvVar> env,
                ResourceRequirements resources) {}

        record Database(
                String vendor,
                String host,
                int port,
                String database,
                SecretKeySelector usernameSecret,
                SecretKeySelector passwordSecret,
                int poolMaxSize) {}

        record Http(boolean httpEnabled) {}

        record Hostname(String hostname, boolean backchannelDynamic) {}

        record Proxy(String headers) {}

        record Ingress(boolean enabled) {}

        record BootstrapAdmin(User user) {
            record User(String secret) {}
        }

        record NetworkPolicy(boolean enabled, List<NetworkPolicyPeer> http) {}
    }

    record KeycloakRealmImport(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {
        record Spec(String keycloakCRName, RealmRepresentation realm, Map<String, Placeholder> placeholders) {}

        record Placeholder(SecretKeySelector secret) {}
    }
}

package org.servicepartner.identity.login;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The log-ins of our users, each known by its attribute {@code user_id}. All of it can be repeated without harm. */
public final class LogIns {
    private static final Logger LOG = LoggerFactory.getLogger(LogIns.class);
    private static final Set<String> OUR_ROLES = Set.of("partner-admin", "technician");
    private static final String USER_ID = "user_id";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RestClient realm;

    /** @param realm speaks with the admin address of the realm, as a service account that may manage users and see the realm */
    public LogIns(RestClient realm) {
        this.realm = realm;
    }

    /**
     * Makes sure that the user has a log-in with this password; one that is new stays closed until it is
     * {@linkplain #carry carried}. If the password is refused, nothing new remains.
     *
     * @param isGone whether the user of this id has been removed, so that the log-in under the address can give way
     * @throws PasswordRefusedException if the password policy says so
     * @throws LogInTakenException if the address has a log-in that is somebody else's
     * @throws LogInsUnavailableException if Keycloak does not answer
     */
    public void prepare(LogIn logIn, String password, Predicate<String> isGone) {
        calling(() -> {
            Optional<ObjectNode> known = withAddress(logIn.email());
            if (known.isPresent() && !isOf(known.get(), logIn.userId())) {
                makeWay(known.get(), isGone);
                known = Optional.empty();
            }
            String id = known.map(LogIns::idOf).orElseGet(() -> create(logIn));
            try {
                setPassword(id, password);
            } catch (PasswordRefusedException refused) {
                if (known.isEmpty()) {
                    realm.delete().uri("/users/{id}", id).retrieve().toBodilessEntity();
                }
                throw refused;
            }
            return id;
        });
    }

    private void makeWay(ObjectNode user, Predicate<String> isGone) {
        String owner = attribute(user, USER_ID);
        if (owner == null || !isGone.test(owner)) {
            LOG.warn("The Keycloak user {} has the address of an invited user and another user_id", idOf(user));
            throw new LogInTakenException();
        }
        realm.delete().uri("/users/{id}", idOf(user)).retrieve().toBodilessEntity();
    }

    private String create(LogIn logIn) {
        ObjectNode user = JSON.createObjectNode()
                .put("username", logIn.email())
                .put("email", logIn.email())
                .put("emailVerified", true)
                .put("enabled", false)
                .put("firstName", logIn.firstName())
                .put("lastName", logIn.lastName());
        ObjectNode attributes = user.putObject("attributes");
        attributes.putArray(USER_ID).add(logIn.userId());
        attributes.putArray("partner_id").add(logIn.partnerId());
        URI created = realm.post()
                .uri("/users")
                .contentType(MediaType.APPLICATION_JSON)
                .body(user)
                .retrieve()
                .toBodilessEntity()
                .getHeaders()
                .getLocation();
        String path = Objects.requireNonNull(created, "Keycloak did not say where the new user is")
                .getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private void setPassword(String id, String password) {
        try {
            realm.put()
                    .uri("/users/{id}/reset-password", id)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("type", "password", "value", password, "temporary", false))
                    .retrieve()
                    .toBodilessEntity();
        } catch (HttpClientErrorException.BadRequest e) {
            JsonNode answer = json(e.getResponseBodyAsString());
            String code = answer.path("error").asString("");
            if (!code.startsWith("invalidPassword")) {
                throw e;
            }
            throw new PasswordRefusedException(
                    code, answer.path("error_description").asString(code));
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException noJson) {
            return JSON.createObjectNode();
        }
    }

    /**
     * Makes the log-in of the user as it is to be: open or closed, under this name and with this role. Sessions that began with
     * another role, or before it was closed, end. A user without a log-in gets none.
     *
     * @throws LogInsUnavailableException if Keycloak does not answer
     */
    public void carry(LogIn logIn) {
        calling(() -> {
            Optional<ObjectNode> found = ofUser(logIn.userId());
            found.ifPresentOrElse(
                    user -> carry(logIn, user), () -> LOG.info("User {} has no log-in in Keycloak", logIn.userId()));
            return found;
        });
    }

    private void carry(LogIn logIn, ObjectNode user) {
        String id = idOf(user);
        boolean otherRole = logIn.open() && carryRole(id, logIn.realmRole());
        ObjectNode wanted = user.deepCopy().put("enabled", logIn.open());
        if (logIn.firstName() != null && logIn.lastName() != null) {
            wanted.put("firstName", logIn.firstName()).put("lastName", logIn.lastName());
        }
        if (!wanted.equals(user)) {
            realm.put()
                    .uri("/users/{id}", id)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(wanted)
                    .retrieve()
                    .toBodilessEntity();
        }
        if (otherRole || !logIn.open()) {
            realm.post().uri("/users/{id}/logout", id).retrieve().toBodilessEntity();
        }
    }

    /**
     * Makes sure that the user has no log-in: what Keycloak knows of the person, and the sessions, end with it.
     *
     * @throws LogInsUnavailableException if Keycloak does not answer
     */
    public void remove(String userId) {
        calling(() -> {
            Optional<ObjectNode> found = ofUser(userId);
            found.ifPresent(user ->
                    realm.delete().uri("/users/{id}", idOf(user)).retrieve().toBodilessEntity());
            return found;
        });
    }

    /** Returns whether the user had another role, or none. */
    private boolean carryRole(String id, String wanted) {
        List<JsonNode> ours = get("/users/{id}/role-mappings/realm", id).values().stream()
                .filter(role -> OUR_ROLES.contains(role.path("name").asString()))
                .toList();
        List<JsonNode> others = ours.stream()
                .filter(role -> !role.path("name").asString().equals(wanted))
                .toList();
        boolean missing = ours.size() == others.size();
        if (!others.isEmpty()) {
            roles(HttpMethod.DELETE, id, others);
        }
        if (missing) {
            roles(HttpMethod.POST, id, List.of(get("/roles/{name}", wanted)));
        }
        return missing || !others.isEmpty();
    }

    private void roles(HttpMethod method, String id, List<JsonNode> roles) {
        realm.method(method)
                .uri("/users/{id}/role-mappings/realm", id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(roles)
                .retrieve()
                .toBodilessEntity();
    }

    /**
     * What a new password has to be like.
     *
     * @throws LogInsUnavailableException if Keycloak does not answer
     */
    public List<PasswordRule> passwordRules() {
        return calling(() -> PasswordRule.of(get("").path("passwordPolicy").asString("")));
    }

    private Optional<ObjectNode> withAddress(String email) {
        return only(get("/users?exact=true&briefRepresentation=false&username={email}", email));
    }

    private Optional<ObjectNode> ofUser(String userId) {
        return only(get("/users?briefRepresentation=false&q={query}", USER_ID + ":" + userId));
    }

    private static Optional<ObjectNode> only(JsonNode users) {
        return users.values().stream().map(ObjectNode.class::cast).findFirst();
    }

    private JsonNode get(String uri, Object... variables) {
        return Objects.requireNonNull(realm.get().uri(uri, variables).retrieve().body(JsonNode.class));
    }

    private static boolean isOf(ObjectNode user, String userId) {
        return userId.equals(attribute(user, USER_ID));
    }

    private static @Nullable String attribute(ObjectNode user, String name) {
        return user.path("attributes").path(name).path(0).asString(null);
    }

    private static String idOf(ObjectNode user) {
        return user.required("id").asString();
    }

    private static <T> T calling(Supplier<T> calls) {
        try {
            return calls.get();
        } catch (RestClientException | OAuth2AuthorizationException e) {
            throw new LogInsUnavailableException(e);
        }
    }
}

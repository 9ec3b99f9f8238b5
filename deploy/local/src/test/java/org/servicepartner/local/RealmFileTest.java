package org.servicepartner.local;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class RealmFileTest {

    @Test
    void local_additions_join_what_has_the_same_name() {
        ObjectNode base = json("{'clients':[{'clientId':'gateway','redirectUris':['a']}],'enabled':true}");

        RealmFile.merge(
                base,
                json(
                        "{'clients':[{'clientId':'gateway','redirectUris':['b']},{'clientId':'tools'}],'users':[{'username':'tom'}]}"));

        assertThat(base)
                .isEqualTo(
                        json(
                                "{'clients':[{'clientId':'gateway','redirectUris':['a','b']},{'clientId':'tools'}],'enabled':true,'users':[{'username':'tom'}]}"));
    }

    @Test
    void only_the_local_stack_has_people_and_password_log_ins() {
        ObjectNode production = RealmFile.production();

        assertThat(production.get("users"))
                .as("only service accounts: one may manage users, the other asks who may reach which vehicle")
                .satisfiesExactly(
                        user -> {
                            assertThat(user.get("serviceAccountClientId").asString())
                                    .isEqualTo("identity-service");
                            assertThat(user.get("clientRoles").toString())
                                    .isEqualTo("{\"realm-management\":[\"manage-users\",\"view-realm\"]}");
                        },
                        user -> {
                            assertThat(user.get("serviceAccountClientId").asString())
                                    .isEqualTo("telematics-platform");
                            assertThat(user.has("clientRoles")).isFalse();
                            assertThat(user.get("realmRoles").toString()).isEqualTo("[\"telematics-platform\"]");
                        });
        assertThat(production.get("clients"))
                .allSatisfy(client -> assertThat(
                                client.get("directAccessGrantsEnabled").asBoolean())
                        .isFalse());
        assertThat(production.get("clients").findValuesAsString("secret"))
                .containsExactly(
                        "${GATEWAY_CLIENT_SECRET}", "${IDENTITY_CLIENT_SECRET}", "${TELEMATICS_CLIENT_SECRET}");
    }

    @Test
    void a_token_of_the_technicians_app_never_carries_another_role() {
        ObjectNode merged = RealmFile.merged();

        assertThat(merged.get("clients"))
                .filteredOn(client -> client.get("clientId").asString().equals("smartcontrol"))
                .singleElement()
                .satisfies(client ->
                        assertThat(client.get("fullScopeAllowed").asBoolean()).isFalse());
        assertThat(merged.get("scopeMappings").toString())
                .isEqualTo("[{\"client\":\"smartcontrol\",\"roles\":[\"technician\"]}]");
    }

    @Test
    void the_pages_and_mails_of_the_realm_wear_the_theme_that_comes_along() {
        ObjectNode production = RealmFile.production();

        assertThat(production.get("loginTheme").asString()).isEqualTo(KeycloakTheme.NAME);
        assertThat(production.get("emailTheme").asString()).isEqualTo(KeycloakTheme.NAME);
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}

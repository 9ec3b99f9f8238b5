package org.servicepartner.notification.delivery;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.servicepartner.platform.testing.CloudEventsClient;
import org.servicepartner.platform.testing.ReceivedEvent;
import org.servicepartner.platform.testing.Traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Somebody who got letters, and is named in one to somebody else, is erased. */
class ErasureTest extends RunningService {
    private final UUID user = newId();
    private final String address = newAddress();
    private final String name = "Quirin-" + user;

    @Autowired
    DataSource dataSource;

    @Test
    void nothingTellsToWhomLettersWentNorWhoInvited() {
        invite(1);
        onlyMailTo(address);
        mailServerDies();
        String colleague = newAddress();
        tell(
                USERS,
                newId().toString(),
                "servicepartner.user.invited.v1",
                invitation(newId(), newId(), colleague)
                        .with("invitedById", user)
                        .with("invitedBy", name + " Quer")
                        .json());
        String second = invite(2);
        await().until(() -> states(address), states -> states.contains("PENDING"));
        await().until(() -> states(colleague), List.of("PENDING")::equals);
        assertThat(Traces.of(address, dataSource))
                .containsExactly("public.delivery", "public.invitation_copy", "public.user_copy");
        assertThat(Traces.of(name, dataSource))
                .containsExactly("public.delivery", "public.invitation_copy", "public.user_copy");

        ReceivedEvent confirmation = erase();

        assertThat(confirmation.data()).contains("\"notification-service\"");
        assertThat(Traces.of(address, dataSource)).isEmpty();
        assertThat(Traces.of(name, dataSource)).isEmpty();
        assertThat(jdbc.sql("select state from delivery where cause_id = ?")
                        .param(second)
                        .query(String.class)
                        .single())
                .isEqualTo("SUPERSEDED");
        mailServerComesBack();
        assertThat(onlyMailTo(colleague).text()).doesNotContain(name);
        assertThat(mailsTo(address)).isEmpty();

        invite(9);
        erase();
        assertThat(Traces.of(address, dataSource)).as("after news of long ago").isEmpty();
    }

    private String invite(long sequence) {
        String id = newId().toString();
        Map<String, String> headers =
                CloudEventsClient.headers(id, "/service-partner/identity-service", "servicepartner.user.invited.v1");
        headers.put("ce_sequence", Long.toString(sequence));
        headers.put("ce_subject", user.toString());
        kafka().publish(
                        USERS,
                        user.toString(),
                        headers,
                        invitation(user, newId(), address)
                                .with("firstName", name)
                                .json());
        return id;
    }

    private ReceivedEvent erase() {
        String erasure = newId().toString();
        Map<String, String> headers = CloudEventsClient.headers(
                newId().toString(), "/service-partner/identity-service", "servicepartner.user.erased.v1");
        headers.put("ce_subject", user.toString());
        kafka().publish(
                        USERS,
                        user.toString(),
                        headers,
                        "{\"userId\":\"%s\",\"erasureId\":\"%s\"}".formatted(user, erasure));
        return kafka().await(
                        "servicepartner.erasures.v1", 1, event -> event.id().equals(erasure))
                .getFirst();
    }
}

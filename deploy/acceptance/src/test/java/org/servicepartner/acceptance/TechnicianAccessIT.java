package org.servicepartner.acceptance;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who is no active technician any more sees nothing, although the token is still valid. After the other tests: a removal stays. */
@Order(Integer.MAX_VALUE)
@ExtendWith(PlatformExtension.class)
class TechnicianAccessIT {
    private static final String ENDED = "403 technician-not-active";

    private final Platform platform;

    TechnicianAccessIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void a_technician_who_becomes_an_admin_sees_no_jobs_until_the_role_is_given_back() {
        Person tom = platform.tom();
        try (LiveStream stream = tom.stream()) {
            assertThat(platform.alice().changeRole(tom, "ADMIN").status()).isEqualTo(204);

            await().untilAsserted(() -> assertThat(tom.jobs().status()).isEqualTo(403));
            assertThat(tom.jobs().problem()).isEqualTo(ENDED);
            stream.await(event -> event.name().equals("access-ended"));
        }
        platform.alice().changeRole(tom, "TECHNICIAN");
        await().until(() -> tom.jobs().status() == 200);
    }

    @Test
    void a_removed_technician_sees_no_jobs() {
        Person ben = platform.ben();
        try (LiveStream stream = ben.stream()) {
            assertThat(platform.alice().remove(ben).problem()).isEqualTo("404 user-not-found");
            assertThat(platform.bea().remove(ben).status()).isEqualTo(204);

            await().untilAsserted(() -> assertThat(ben.jobs().status()).isEqualTo(403));
            assertThat(ben.jobs().problem()).isEqualTo(ENDED);
            assertThat(ben.job(FleetControl.newId()).problem()).isEqualTo(ENDED);
            stream.await(event -> event.name().equals("access-ended"));
            await().until(stream::hasEnded);
        }
    }
}

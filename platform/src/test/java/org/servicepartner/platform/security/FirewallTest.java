package org.servicepartner.platform.security;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

import static org.assertj.core.api.Assertions.assertThat;

class FirewallTest {
    private static final String HEADER = "X-Text";

    private final HttpFirewall usual = new StrictHttpFirewall();
    private final HttpFirewall ours =
            new SecurityConfiguration(new StaticListableBeanFactory().getBeanProvider(CallerCheck.class)).firewall();

    @Test
    void lets_the_same_characters_through_in_a_header_as_the_usual_one() {
        assertThat(lets("\u0007", usual)).isFalse();
        assertThat(lets("é 漢 😀", usual)).isTrue();
        assertThat(IntStream.range(0, 0x20000)
                        .filter(character -> Character.getType(character) != Character.SURROGATE)
                        .mapToObj(character -> "a" + Character.toString(character) + "b")
                        .filter(value -> lets(value, ours) != lets(value, usual)))
                .isEmpty();
    }

    private static boolean lets(String value, HttpFirewall firewall) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.addHeader(HEADER, value);
        try {
            return firewall.getFirewalledRequest(request).getHeader(HEADER) != null;
        } catch (RequestRejectedException e) {
            return false;
        }
    }
}

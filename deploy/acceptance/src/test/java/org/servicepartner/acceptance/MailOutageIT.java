package org.servicepartner.acceptance;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.servicepartner.local.App;
import org.servicepartner.local.Mail;
import org.servicepartner.local.MailServer;
import org.servicepartner.platform.testing.Scrape;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Neither a dead mail server nor a killed process loses an e-mail or sends one twice; only the one letter whose answer a kill has
 * cut off may come again, and carries the same Message-ID. After the others, whose mails it would delay.
 */
@Order(Integer.MAX_VALUE - 2)
@ExtendWith(PlatformExtension.class)
class MailOutageIT {
    private static final int LETTERS = 100;

    private final Platform platform;
    private final MailServer mails;

    MailOutageIT(Platform platform) {
        this.platform = platform;
        this.mails = platform.stack().infrastructure().mail();
    }

    @AfterEach
    void the_mail_server_is_there_again() {
        mails.takeAgain();
    }

    @Test
    void letters_survive_a_dead_mail_server_and_two_kills_and_come_once() throws Exception {
        List<String> addresses =
                Stream.generate(MailOutageIT::newAddress).limit(LETTERS).toList();
        mails.stopTaking();
        addresses.forEach(this::ask);
        await().atMost(Duration.ofMinutes(1)).until(() -> pending() >= LETTERS);
        platform.stack().kill(App.NOTIFICATION_SERVICE);
        mails.takeAgain();
        assertThat(lettersTo(addresses)).isEmpty();

        platform.stack().restart(App.NOTIFICATION_SERVICE);
        await().pollInterval(Duration.ofMillis(10))
                .until(() -> lettersTo(addresses).size() >= 3);
        platform.stack().kill(App.NOTIFICATION_SERVICE);
        assertThat(lettersTo(addresses)).as("killed in the middle of the burst").hasSizeLessThan(LETTERS);
        platform.stack().restart(App.NOTIFICATION_SERVICE);

        await().untilAsserted(() -> assertThat(lettersTo(addresses)).containsOnlyKeys(addresses));
        String later = newAddress();
        ask(later);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(mails.messagesTo(later)).hasSize(1));
        await().until(() -> pending() == 0);
        assertThat(lettersTo(addresses).values())
                .as("a letter that came again carries the same id")
                .allSatisfy(letters -> assertThat(letters)
                        .extracting(Mail::messageId)
                        .containsOnly(letters.getFirst().messageId()));
        assertThat(lettersTo(addresses).values().stream().mapToInt(List::size).sum())
                .as("at most the one letter that was on its way at the kill came again")
                .isBetween(LETTERS, LETTERS + 1);
    }

    /** By recipient. */
    private Map<String, List<Mail>> lettersTo(List<String> addresses) {
        return mails.messages().stream()
                .filter(mail -> addresses.contains(mail.to().getFirst()))
                .collect(groupingBy(mail -> mail.to().getFirst()));
    }

    /** A request to somebody new orders one letter: the one with the link to register. */
    private void ask(String address) {
        platform.fleetControl().requestConnection(FleetControl.newId(), FleetControl.newFleet(), address);
    }

    private static String newAddress() {
        return "newcomer-" + FleetControl.newId() + "@outage.example";
    }

    private double pending() {
        return Scrape.of(platform.stack().url(App.NOTIFICATION_SERVICE))
                .sum("servicepartner_deliveries_pending", Map.of());
    }
}

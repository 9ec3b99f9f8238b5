package org.servicepartner.notification.email;

import java.net.URI;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import org.servicepartner.notification.domain.Letter;
import org.servicepartner.platform.testing.ApprovedFiles;

import static org.assertj.core.api.Assertions.assertThat;

class EmailWriterTest {
    private final EmailWriter writer = new EmailWriter(URI.create("https://portal.example"));

    @Test
    void aRequestIsWordedAsApproved() {
        Email email = writer.write(new Letter.FleetConnectionRequested(
                "Velocity Rentals", "Vienna Vans", Instant.parse("2026-11-30T14:25:00Z")));
        ApprovedFiles approved = new ApprovedFiles();
        approved.verifyText("emails/fleet-connection-requested.subject.txt", email.subject() + "\n");
        approved.verifyText("emails/fleet-connection-requested.txt", email.text());
        approved.verifyText("emails/fleet-connection-requested.html", email.html());
    }

    @Test
    void othersWordsStayWordsInHtmlAndInHeaders() {
        Email email = writer.write(new Letter.FleetConnectionRequested(
                "Evil & Co\r\nBcc: victim@example.org", "<img src=x>", Instant.parse("2026-11-30T14:25:00Z")));
        assertThat(email.subject())
                .isEqualTo("Evil & Co Bcc: victim@example.org asks you to connect the fleet <img src=x>");
        assertThat(email.html()).contains("Evil &amp; Co", "&lt;img src").doesNotContain("<img");
    }
}

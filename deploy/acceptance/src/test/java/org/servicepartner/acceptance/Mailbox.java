package org.servicepartner.acceptance;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;

import org.servicepartner.local.Mail;
import org.servicepartner.local.MailServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The mails of one address. */
final class Mailbox {
    private static final Pattern LINK = Pattern.compile("https?://\\S+/register#\\S+");

    private final MailServer server;
    private final String address;

    Mailbox(MailServer server, String address) {
        this.server = server;
        this.address = address;
    }

    /** Waits until there are so many mails, and returns the last of them. */
    Mail await(int count) {
        Awaitility.await().untilAsserted(() -> assertThat(mails()).hasSizeGreaterThanOrEqualTo(count));
        return mails().get(count - 1);
    }

    List<Mail> mails() {
        return server.messagesTo(address);
    }

    static String link(Mail mail) {
        Matcher link = LINK.matcher(mail.text());
        assertThat(link.find()).as("a registration link in: " + mail.text()).isTrue();
        return link.group();
    }
}

package org.servicepartner.local;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Properties;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MailServerTest {

    private final MailServer mail = Infrastructure.shared().mail();

    @Test
    void a_mail_is_caught_and_shown_on_the_page_and_as_json() throws Exception {
        send("tom@alpine-fitters.example", "Invitation <1>", "Come in.", "<p>Come <b>in</b>.</p>");

        assertThat(mail.messagesTo("tom@alpine-fitters.example"))
                .hasSize(1)
                .first()
                .satisfies(caught -> {
                    assertThat(caught.subject()).isEqualTo("Invitation <1>");
                    assertThat(caught.text()).isEqualTo("Come in.");
                    assertThat(caught.html()).isEqualTo("<p>Come <b>in</b>.</p>");
                });
        assertThat(get("/api/messages")).contains("\"subject\":\"Invitation <1>\"");
        assertThat(get("/")).contains("Invitation &lt;1&gt;");
        long id = mail.messages().getLast().id();
        assertThat(get("/mails/" + id)).contains("/mails/" + id + ".html");
        assertThat(get("/mails/" + id + ".html")).contains("<b>in</b>");
    }

    @Test
    void while_it_takes_nothing_what_it_took_can_be_read_and_later_it_takes_more() throws Exception {
        send("before@alpine-fitters.example", "Before", "One.", "<p>One.</p>");
        mail.stopTaking();
        try {
            assertThatThrownBy(() -> send("meanwhile@alpine-fitters.example", "Meanwhile", "Two.", "<p>Two.</p>"))
                    .isInstanceOf(MessagingException.class);
            assertThat(mail.messagesTo("before@alpine-fitters.example")).hasSize(1);
        } finally {
            mail.takeAgain();
        }
        send("after@alpine-fitters.example", "After", "Three.", "<p>Three.</p>");

        assertThat(mail.messages())
                .extracting(Mail::subject)
                .containsSubsequence("Before", "After")
                .doesNotContain("Meanwhile");
        assertThat(mail.messages()).extracting(Mail::id).doesNotHaveDuplicates();
        assertThat(mail.messages()).extracting(Mail::messageId).doesNotContain("");
    }

    private String get(String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI uri = mail.page().resolve(path);
            return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private void send(String to, String subject, String text, String html) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", mail.smtpHost());
        properties.put("mail.smtp.port", Integer.toString(mail.smtpPort()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("no-reply@service-partner.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject);
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        MimeBodyPart rich = new MimeBodyPart();
        rich.setText(html, "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", plain, rich));
        Transport.send(message);
    }
}

package org.servicepartner.notification.delivery;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

import org.servicepartner.notification.domain.Delivery;
import org.servicepartner.notification.email.Email;
import org.servicepartner.notification.email.EmailWriter;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The server that takes e-mails over SMTP. */
public final class MailServer {
    private static final int REFUSED_FOR_GOOD = 500;

    private final JavaMailSenderImpl smtp;
    private final EmailWriter writer;
    private final String from;

    public MailServer(JavaMailSenderImpl smtp, EmailWriter writer, String from) {
        this.smtp = smtp;
        this.writer = writer;
        this.from = from;
    }

    /**
     * Returns when the server has taken the letter.
     *
     * @throws UndeliverableException if it never will
     * @throws MailServerFailedException if it did not this time
     */
    void take(Delivery delivery) {
        MimeMessage message = message(delivery);
        try {
            smtp.send(message);
        } catch (MailException e) {
            throw isRefusedForGood(e) ? new UndeliverableException(e) : new MailServerFailedException(e);
        }
    }

    private MimeMessage message(Delivery delivery) {
        try {
            Email email = writer.write(delivery.letter(), delivery.recipient(), delivery.language());
            MimeMessage message = new IdentifiedMessage(smtp.getSession(), messageId(delivery));
            MimeMessageHelper helper = new MimeMessageHelper(message, true, UTF_8.name());
            helper.setFrom(from);
            helper.setTo(new InternetAddress(delivery.recipient(), true));
            helper.setSubject(email.subject());
            helper.setText(email.text(), email.html());
            message.setContentLanguage(new String[] {delivery.language().code()});
            message.setHeader("Auto-Submitted", "auto-generated");
            return message;
        } catch (MessagingException | RuntimeException e) {
            throw new UndeliverableException(e);
        }
    }

    /** The same at every attempt, so that a repetition can be recognised. */
    private static String messageId(Delivery delivery) {
        UUID id = UUID.nameUUIDFromBytes((delivery.causeId() + "\n" + delivery.recipient()).getBytes(UTF_8));
        return "<" + id + "@service-partner>";
    }

    private static boolean isRefusedForGood(MailException failure) {
        Collection<Exception> failures = failure instanceof MailSendException several
                ? several.getFailedMessages().values()
                : List.of();
        return failures.stream().anyMatch(MailServer::namesARefusedAddress);
    }

    private static boolean namesARefusedAddress(@Nullable Exception failure) {
        if (failure instanceof SMTPAddressFailedException refused) {
            return refused.getReturnCode() >= REFUSED_FOR_GOOD;
        }
        return failure instanceof MessagingException chain && namesARefusedAddress(chain.getNextException());
    }

    private static final class IdentifiedMessage extends MimeMessage {
        private final String id;

        IdentifiedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}

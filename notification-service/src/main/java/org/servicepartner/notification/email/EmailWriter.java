package org.servicepartner.notification.email;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;

import org.servicepartner.notification.domain.Language;
import org.servicepartner.notification.domain.Letter;
import org.servicepartner.notification.domain.LetterKind;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Words letters with the templates {@code emails/<template>/<language>.(subject.txt|txt|html)}; all HTML is laid out by
 * {@code emails/layout.html}.
 */
public final class EmailWriter {
    private static final Mustache.Compiler TEXT = Mustache.compiler().escapeHTML(false);
    private static final Mustache.Compiler HTML = Mustache.compiler().withLoader(EmailWriter::open);

    private final Map<String, Template> templates = new ConcurrentHashMap<>();
    private final Links links;

    public EmailWriter(Links links) {
        this.links = links;
    }

    /** @param recipient address that a link in the letter is bound to */
    public Email write(Letter letter, String recipient, Language language) {
        Map<String, Object> facts = facts(letter, recipient, language).byName();
        String name = LetterKind.of(letter).folder() + "/" + language.code();
        String subject = Facts.oneLine(fill(TEXT, name + ".subject.txt", facts));
        facts.put("subject", subject);
        return new Email(subject, fill(TEXT, name + ".txt", facts), fill(HTML, name + ".html", facts));
    }

    private Facts facts(Letter letter, String recipient, Language language) {
        Facts facts = new Facts(language).text("recipient", recipient);
        return switch (letter) {
            case Letter.CompleteRegistration registration ->
                facts.name("providerName", registration.providerName())
                        .name("fleetName", registration.fleetName())
                        .time("validUntil", registration.validUntil())
                        .text(
                                "link",
                                links.registration(registration.invitationId(), recipient, registration.validUntil()));
            case Letter.UserInvitation invitation ->
                facts.role(invitation.role())
                        .name("firstName", invitation.firstName())
                        .name("teamName", invitation.teamName())
                        .name("invitedBy", invitation.invitedBy())
                        .time("validUntil", invitation.validUntil())
                        .text(
                                "link",
                                links.registration(invitation.invitationId(), recipient, invitation.validUntil()));
            case Letter.InvitationExpiring invitation ->
                facts.name("firstName", invitation.firstName())
                        .name("teamName", invitation.teamName())
                        .name("providerName", invitation.providerName())
                        .name("fleetName", invitation.fleetName())
                        .time("validUntil", invitation.validUntil())
                        .text(
                                "link",
                                links.registration(invitation.invitationId(), recipient, invitation.validUntil()));
            case Letter.FleetConnectionRequested request ->
                facts.given("registered", request.registered())
                        .name("firstName", request.firstName())
                        .name("providerName", request.providerName())
                        .name("fleetName", request.fleetName())
                        .time("validUntil", request.validUntil())
                        .text("link", links.fleetConnections());
            case Letter.RequestExpiring request ->
                facts.name("firstName", request.firstName())
                        .name("providerName", request.providerName())
                        .name("fleetName", request.fleetName())
                        .time("validUntil", request.validUntil())
                        .text("link", links.fleetConnections());
            case Letter.ConnectionDeleted deleted ->
                facts.name("teamName", deleted.teamName())
                        .name("providerName", deleted.providerName())
                        .name("fleetName", deleted.fleetName())
                        .time("deletedAt", deleted.deletedAt());
            case Letter.NdaSigned signed ->
                facts.name("firstName", signed.firstName())
                        .name("version", signed.version())
                        .name("companyName", signed.companyName())
                        .name("representative", signed.representative())
                        .name("documentHash", signed.documentHash())
                        .time("signedAt", signed.signedAt())
                        .text("link", links.signedNda());
        };
    }

    private String fill(Mustache.Compiler compiler, String name, Map<String, Object> facts) {
        return templates
                .computeIfAbsent(name, unread -> compiler.compile(open(unread)))
                .execute(facts);
    }

    private static Reader open(String name) {
        InputStream template = EmailWriter.class.getResourceAsStream("/emails/" + name);
        if (template == null) {
            throw new IllegalStateException("There is no template " + name);
        }
        return new InputStreamReader(template, UTF_8);
    }
}

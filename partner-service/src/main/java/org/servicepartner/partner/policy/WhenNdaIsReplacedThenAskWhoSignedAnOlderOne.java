package org.servicepartner.partner.policy;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

import org.servicepartner.partner.domain.CurrentNda;
import org.servicepartner.partner.domain.PartnerCommand.AskForNewNda;
import org.servicepartner.partner.view.PartnerView;
import org.servicepartner.platform.eventstore.EventMetadata;

/**
 * Asks partners whose signature belongs to an older version, and only those, to sign the current one. At start, since a new version
 * comes with a start, and again and again, since another replica may still offer the older one for a while. Every replica may do
 * it at once: a partner is asked only once.
 */
public final class WhenNdaIsReplacedThenAskWhoSignedAnOlderOne {
    private static final Logger LOG = LoggerFactory.getLogger(WhenNdaIsReplacedThenAskWhoSignedAnOlderOne.class);
    private static final int AT_ONCE = 500;

    private final PartnerView partners;
    private final CurrentNda nda;
    private final CommandGateway commands;
    private final Clock clock;

    public WhenNdaIsReplacedThenAskWhoSignedAnOlderOne(
            PartnerView partners, CurrentNda nda, CommandGateway commands, Clock clock) {
        this.partners = partners;
        this.nda = nda;
        this.commands = commands;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${servicepartner.nda.check-interval}")
    public void ask() {
        int asked;
        do {
            asked = askSome(partners.signedBefore(nda.version(), AT_ONCE));
        } while (asked == AT_ONCE);
    }

    private int askSome(List<String> partnerIds) {
        int asked = 0;
        for (String partnerId : partnerIds) {
            try {
                commands.sendAndWait(GenericCommandMessage.asCommandMessage(
                                new AskForNewNda(partnerId, nda.version(), clock.instant()))
                        .withMetaData(Map.of(
                                EventMetadata.CORRELATION_ID,
                                "nda-" + nda.version(),
                                EventMetadata.ACTOR,
                                "system:nda-replacement")));
                asked++;
            } catch (RuntimeException e) {
                LOG.warn("Partner {} is still to be asked for the new NDA; the next round tries again", partnerId, e);
            }
        }
        return asked;
    }
}

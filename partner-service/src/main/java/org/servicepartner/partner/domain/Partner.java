package org.servicepartner.partner.domain;

import java.util.List;
import java.util.stream.Stream;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import org.servicepartner.partner.domain.PartnerCommand.ChangeDetails;
import org.servicepartner.partner.domain.PartnerCommand.CompleteStep;
import org.servicepartner.partner.domain.PartnerCommand.InvitePartner;
import org.servicepartner.partner.domain.PartnerEvent.DetailsChanged;
import org.servicepartner.partner.domain.PartnerEvent.Invited;
import org.servicepartner.partner.domain.PartnerEvent.OnboardingAdvanced;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/** A contractor or team that installs and maintains hardware; it onboards step by step, in one fixed order. */
@Aggregate
class Partner {
    @AggregateIdentifier
    private @Nullable String partnerId;

    private List<String> missingSteps = List.of();
    private @Nullable String teamName;
    private @Nullable String teamEmail;

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(InvitePartner command) {
        if (partnerId != null) {
            return;
        }
        List<String> allSteps =
                Stream.of(OnboardingStep.values()).map(Enum::name).toList();
        apply(new Invited(command.partnerId(), command.email(), allSteps, command.at()));
    }

    @EventSourcingHandler
    void evolve(Invited event) {
        partnerId = event.partnerId();
        teamEmail = event.email();
        missingSteps = event.missingSteps();
    }

    @CommandHandler
    void decide(CompleteStep command) {
        String step = command.step().name();
        if (!missingSteps.contains(step)) {
            return;
        }
        String next = missingSteps.getFirst();
        if (!next.equals(step)) {
            throw PartnerRefusal.stepOutOfOrder(command.step(), OnboardingStep.valueOf(next));
        }
        List<String> left = missingSteps.stream().skip(1).toList();
        apply(new OnboardingAdvanced(command.partnerId(), step, left, command.at()));
    }

    @EventSourcingHandler
    void evolve(OnboardingAdvanced event) {
        missingSteps = event.missingSteps();
    }

    @CommandHandler
    void decide(ChangeDetails command) {
        if (command.teamName().equals(teamName) && command.teamEmail().equals(teamEmail)) {
            return;
        }
        apply(new DetailsChanged(command.partnerId(), command.teamName(), command.teamEmail(), command.at()));
    }

    @EventSourcingHandler
    void evolve(DetailsChanged event) {
        teamName = event.teamName();
        teamEmail = event.teamEmail();
    }
}

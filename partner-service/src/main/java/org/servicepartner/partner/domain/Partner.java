package org.servicepartner.partner.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import org.servicepartner.partner.domain.PartnerCommand.AskForNewNda;
import org.servicepartner.partner.domain.PartnerCommand.ChangeDetails;
import org.servicepartner.partner.domain.PartnerCommand.CompleteRegistration;
import org.servicepartner.partner.domain.PartnerCommand.GivePersonalDetails;
import org.servicepartner.partner.domain.PartnerCommand.GiveTeamDetails;
import org.servicepartner.partner.domain.PartnerCommand.InvitePartner;
import org.servicepartner.partner.domain.PartnerCommand.SignNda;
import org.servicepartner.partner.domain.PartnerEvent.DetailsChanged;
import org.servicepartner.partner.domain.PartnerEvent.Invited;
import org.servicepartner.partner.domain.PartnerEvent.NdaOutdated;
import org.servicepartner.partner.domain.PartnerEvent.NdaSigned;
import org.servicepartner.partner.domain.PartnerEvent.OnboardingAdvanced;
import org.servicepartner.partner.domain.PartnerEvent.PersonalDetailsGiven;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.servicepartner.partner.domain.OnboardingStep.NDA;
import static org.servicepartner.partner.domain.OnboardingStep.PERSONAL_DETAILS;
import static org.servicepartner.partner.domain.OnboardingStep.REGISTRATION;
import static org.servicepartner.partner.domain.OnboardingStep.TEAM_DETAILS;

/** A contractor or team that installs and maintains hardware; it onboards step by step, in one fixed order. */
@Aggregate
class Partner {
    @AggregateIdentifier
    private @Nullable String partnerId;

    private List<String> missingSteps = List.of();
    private @Nullable String teamName;
    private @Nullable String teamEmail;
    private @Nullable Signer introduced;
    private @Nullable String signedVersion;

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(InvitePartner command) {
        becomeKnown(command.partnerId(), command.email(), command.at());
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(CompleteRegistration command) {
        becomeKnown(command.partnerId(), command.adminEmail(), command.at());
        if (isNext(REGISTRATION)) {
            complete(REGISTRATION, command.at());
        }
    }

    private void becomeKnown(String id, String email, Instant at) {
        if (partnerId == null) {
            List<String> allSteps =
                    Stream.of(OnboardingStep.values()).map(Enum::name).toList();
            apply(new Invited(id, email, allSteps, at));
        }
    }

    @EventSourcingHandler
    void evolve(Invited event) {
        partnerId = event.partnerId();
        teamEmail = event.email();
        missingSteps = event.missingSteps();
    }

    @CommandHandler
    void decide(GiveTeamDetails command) {
        if (isNext(TEAM_DETAILS)) {
            change(command.teamName(), command.teamEmail(), command.at());
            complete(TEAM_DETAILS, command.at());
        }
    }

    @CommandHandler
    void decide(ChangeDetails command) {
        change(command.teamName(), command.teamEmail(), command.at());
    }

    private void change(String newName, String newEmail, Instant at) {
        if (!newName.equals(teamName) || !newEmail.equals(teamEmail)) {
            apply(new DetailsChanged(id(), newName, newEmail, at));
        }
    }

    @EventSourcingHandler
    void evolve(DetailsChanged event) {
        teamName = event.teamName();
        teamEmail = event.teamEmail();
    }

    @CommandHandler
    void decide(GivePersonalDetails command) {
        if (isNext(PERSONAL_DETAILS)) {
            apply(new PersonalDetailsGiven(
                    id(), command.userId(), command.firstName(), command.lastName(), command.at()));
            complete(PERSONAL_DETAILS, command.at());
        }
    }

    @EventSourcingHandler
    void evolve(PersonalDetailsGiven event) {
        introduced = new Signer(event.userId(), null, event.firstName() + " " + event.lastName());
    }

    @CommandHandler
    void decide(SignNda command, CurrentNda current, SignedCopies copies) {
        if (!isNext(NDA)) {
            return;
        }
        NdaEdition edition = command.edition();
        if (!current.is(edition)) {
            throw new PartnerRefusal.NdaChanged(edition, current.version());
        }
        Company company = command.company();
        Signer signer = withName(command.signer());
        String copyHash = copies.keep(new Agreement(id(), edition, company, signer, command.at()));
        apply(new NdaSigned(
                id(),
                edition.version(),
                edition.language(),
                edition.documentHash(),
                copyHash,
                company.name(),
                company.street(),
                company.zipCity(),
                company.representative(),
                signer.userId(),
                signer.email(),
                signer.name(),
                without(NDA),
                command.at()));
        complete(NDA, command.at());
    }

    /** In the onboarding the signer has just given a name, which the log-in may not know yet; later the log-in knows better. */
    private Signer withName(Signer signer) {
        boolean knowsBetter = introduced != null
                && introduced.userId().equals(signer.userId())
                && (signedVersion == null || signer.name() == null);
        return knowsBetter ? new Signer(signer.userId(), signer.email(), introduced.name()) : signer;
    }

    @EventSourcingHandler
    void evolve(NdaSigned event) {
        signedVersion = event.version();
    }

    @CommandHandler
    void decide(AskForNewNda command) {
        boolean outdated = signedVersion != null && signedVersion.compareTo(command.currentVersion()) < 0;
        if (outdated && !missingSteps.contains(NDA.name())) {
            apply(new NdaOutdated(id(), signedVersion, command.currentVersion(), List.of(NDA.name()), command.at()));
        }
    }

    @EventSourcingHandler
    void evolve(NdaOutdated event) {
        missingSteps = event.missingSteps();
    }

    /** Whether this step is to be completed now; not if it is completed already. */
    private boolean isNext(OnboardingStep step) {
        if (!missingSteps.contains(step.name())) {
            return false;
        }
        OnboardingStep next = OnboardingStep.valueOf(missingSteps.getFirst());
        if (next != step) {
            throw new PartnerRefusal.StepOutOfOrder(step, next);
        }
        return true;
    }

    private void complete(OnboardingStep step, Instant at) {
        apply(new OnboardingAdvanced(id(), step.name(), without(step), at));
    }

    @EventSourcingHandler
    void evolve(OnboardingAdvanced event) {
        missingSteps = event.missingSteps();
    }

    private List<String> without(OnboardingStep step) {
        return missingSteps.stream()
                .filter(missing -> !missing.equals(step.name()))
                .toList();
    }

    private String id() {
        return Objects.requireNonNull(partnerId);
    }
}

package org.servicepartner.platform.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ArchitectureRulesTest {
    private static final String SAMPLES = "org.servicepartner.architecture.";
    private static final JavaClasses TIDY = new ClassFileImporter().importPackages(SAMPLES + "tidy");
    private static final JavaClasses UNTIDY = new ClassFileImporter().importPackages(SAMPLES + "untidy");

    @Test
    void aTidyServicePasses() {
        assertThatCode(() -> ArchitectureRules.of(SAMPLES + "tidy").check(TIDY)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CommandGateway",
                "org.springframework.stereotype.Component",
                "The web knows commands, events, values and refusals of the domain, not its aggregates",
                "The web knows neither messages nor policies",
                "Messages in integration.published consist of Java's types and their own",
                "Messages in integration.consumed consist of Java's types and their own",
                "Only config has @Configuration classes",
                "Only config has @Bean methods",
                "Packages know each other in one direction",
                "Read models know neither messages, policies nor the web",
                "untidy.policy.Bell is in a package without @NullMarked"
            })
    void everyViolationIsTold(String violation) {
        assertThatThrownBy(() -> ArchitectureRules.of(SAMPLES + "untidy").check(UNTIDY))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(violation);
    }

    @Test
    void aPackageIsMissedUnlessTheServiceSaysItIsWithout() {
        JavaClasses withoutPolicy = TIDY.that(
                com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage(SAMPLES + "tidy.policy"));
        ArchitectureRules rules = ArchitectureRules.of(SAMPLES + "tidy");

        assertThatThrownBy(() -> rules.check(withoutPolicy)).hasMessageContaining("There is no package policy");
        assertThatCode(() -> rules.without("policy").check(withoutPolicy)).doesNotThrowAnyException();
    }

    @Test
    void aPackageThatIsThereCannotBeSaidToBeAbsent() {
        assertThatThrownBy(() ->
                        ArchitectureRules.of(SAMPLES + "tidy").without("policy").check(TIDY))
                .hasMessageContaining("There is a package policy");
    }

    @Test
    void onlyKnownPackagesCanBeAbsent() {
        assertThatThrownBy(() -> ArchitectureRules.of(SAMPLES + "tidy").without("misc"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package org.servicepartner.gateway;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The gateway passes requests on; it neither decides anything about the domain nor keeps anything but sessions. */
@AnalyzeClasses(packages = "org.servicepartner.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule usesOnlyWhatAGatewayNeeds = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.servicepartner.gateway..",
                    "java..",
                    "jakarta.servlet..",
                    "jakarta.validation..",
                    "javax.crypto..",
                    "org.springframework..",
                    "org.jspecify.annotations..",
                    "org.slf4j..",
                    "io.micrometer.core.instrument..",
                    "tools.jackson..",
                    "io.github.bucket4j..",
                    "com.github.benmanes.caffeine..");

    @ArchTest
    static final ArchRule keepsNothingButSessions = noClasses()
            .that()
            .resideOutsideOfPackage("..gateway.sessions..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..", "javax.sql..", "org.springframework.data..", "org.springframework.jdbc..");

    @ArchTest
    static final ArchRule onlySecurityKnowsHowPeopleSignIn = noClasses()
            .that()
            .resideOutsideOfPackages("..gateway.security..", "..gateway.sessions..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.security.oauth2..");

    @ArchTest
    static final ArchRule problemsAreSaidWithoutKnowingWhoSaysThem = noClasses()
            .that()
            .resideInAPackage("..gateway.problems..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..gateway.limits..",
                    "..gateway.routing..",
                    "..gateway.security..",
                    "..gateway.sessions..",
                    "..gateway.pages..");

    @ArchTest
    static final ArchRule packagesFormNoCircle =
            slices().matching("org.servicepartner.gateway.(*)..").should().beFreeOfCycles();
}

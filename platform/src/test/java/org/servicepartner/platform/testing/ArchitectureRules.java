package org.servicepartner.platform.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The packages of a service, and who may know whom: the domain by an allow-list. A service has all of {@link #PACKAGES} but those
 * it says it is without; a rule about a package that is not there is not checked, and a package that is there although the
 * service says otherwise is a violation.
 */
public final class ArchitectureRules {
    /** The packages of a service, below its base package. */
    public static final List<String> PACKAGES =
            List.of("domain", "policy", "view", "integration.published", "integration.consumed", "web", "config");

    /** Annotations, and the two classes through which an aggregate speaks to the framework. */
    private static final String AXON_OF_THE_DOMAIN = String.join(
            "|",
            "org\\.axonframework\\.commandhandling\\.(CommandHandler|RoutingKey)",
            "org\\.axonframework\\.eventsourcing\\.EventSourcingHandler",
            "org\\.axonframework\\.eventhandling\\.Timestamp",
            "org\\.axonframework\\.messaging\\.annotation\\.MetaDataValue",
            "org\\.axonframework\\.messaging\\.MetaData",
            "org\\.axonframework\\.modelling\\.command\\.\\w+",
            "org\\.axonframework\\.spring\\.stereotype\\.Aggregate");

    private static final String PLATFORM_OF_THE_DOMAIN = String.join(
            "|",
            "org\\.servicepartner\\.platform\\.eventstore\\.EventName",
            "org\\.servicepartner\\.platform\\.personaldata\\.PersonalData");

    private static final String CONFIGURATION = "org.springframework.context.annotation.Configuration";
    private static final String BEAN = "org.springframework.context.annotation.Bean";
    private static final String APPLICATION = "org.springframework.boot.autoconfigure.SpringBootApplication";
    private static final String AGGREGATE = "org.axonframework.spring.stereotype.Aggregate";

    private final String base;
    private final Set<String> absent;

    private ArchitectureRules(String base, Set<String> absent) {
        this.base = base;
        this.absent = absent;
    }

    /** Rules for a service whose classes are below this package. */
    public static ArchitectureRules of(String basePackage) {
        return new ArchitectureRules(basePackage, Set.of());
    }

    /** The same rules for a service that does not have these of the {@link #PACKAGES}. */
    public ArchitectureRules without(String... packages) {
        Set<String> without = Set.of(packages);
        if (!PACKAGES.containsAll(without)) {
            throw new IllegalArgumentException("Of the packages " + without + " only " + PACKAGES + " may be absent");
        }
        return new ArchitectureRules(base, without);
    }

    /** @throws AssertionError that tells all violations of all rules */
    public void check() {
        check(new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(base));
    }

    void check(JavaClasses service) {
        List<String> violations = new ArrayList<>();
        checkPackages(service, violations);
        for (ArchRule rule : rules()) {
            try {
                rule.check(service);
            } catch (AssertionError e) {
                violations.add(e.getMessage());
            }
        }
        if (!violations.isEmpty()) {
            throw new AssertionError(String.join("\n\n", violations));
        }
    }

    private void checkPackages(JavaClasses service, List<String> violations) {
        for (String name : PACKAGES) {
            boolean there = service.stream().anyMatch(resideInAPackage(in(name)));
            if (there && absent.contains(name)) {
                violations.add("There is a package " + name + ", but the service says that it is without");
            }
            if (!there && !absent.contains(name)) {
                violations.add("There is no package " + name + ", and the service does not say that it is without");
            }
        }
    }

    private List<ArchRule> rules() {
        List<ArchRule> rules = new ArrayList<>(
                List.of(onlyConfigConfigures(), onlyConfigMakesBeans(), noCycles(), everyPackageIsNullMarked()));
        if (has("domain")) {
            rules.add(domainKnowsNobody());
        }
        if (has("web")) {
            rules.add(webKnowsNoInternalsOfTheDomain());
            rules.add(webKnowsNoMessages());
        }
        if (has("integration.published")) {
            rules.add(messagesAreOfTheirOwn("integration.published"));
        }
        if (has("integration.consumed")) {
            rules.add(messagesAreOfTheirOwn("integration.consumed"));
        }
        if (has("view")) {
            rules.add(viewsKnowNoMessages());
        }
        return rules;
    }

    private boolean has(String name) {
        return !absent.contains(name);
    }

    private String in(String name) {
        return base + "." + name + "..";
    }

    private ArchRule domainKnowsNobody() {
        return classes()
                .that()
                .resideInAPackage(in("domain"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify.annotations..", in("domain"))
                        .or(nameMatching(AXON_OF_THE_DOMAIN))
                        .or(nameMatching(PLATFORM_OF_THE_DOMAIN)))
                .as("The domain knows only itself, Java, and the few names by which the framework knows it");
    }

    private ArchRule webKnowsNoInternalsOfTheDomain() {
        DescribedPredicate<JavaClass> internal = resideInAPackage(in("domain"))
                .and(describe(
                        "neither messages, values nor refusals",
                        type -> type.isAnnotatedWith(AGGREGATE)
                                || !(type.isRecord()
                                        || type.isEnum()
                                        || type.isInterface()
                                        || type.isAssignableTo(Throwable.class))));
        return noClasses()
                .that()
                .resideInAPackage(in("web"))
                .should()
                .dependOnClassesThat(internal)
                .as("The web knows commands, events, values and refusals of the domain, not its aggregates");
    }

    private ArchRule webKnowsNoMessages() {
        return noClasses()
                .that()
                .resideInAPackage(in("web"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(in("integration"), in("policy"))
                .as("The web knows neither messages nor policies");
    }

    private ArchRule viewsKnowNoMessages() {
        return noClasses()
                .that()
                .resideInAPackage(in("view"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(in("integration"), in("policy"), in("web"))
                .as("Read models know neither messages, policies nor the web");
    }

    private ArchRule messagesAreOfTheirOwn(String name) {
        return classes()
                .that()
                .resideInAPackage(in(name))
                .and(describe("are records", JavaClass::isRecord))
                .should(haveOnlyFieldsOf(in(name)))
                .as("Messages in " + name + " consist of Java's types and their own, never of the domain's");
    }

    private static ArchCondition<JavaClass> haveOnlyFieldsOf(String ownPackage) {
        DescribedPredicate<JavaClass> allowed = resideInAnyPackage("java..", ownPackage)
                .or(describe("primitive", type -> type.getBaseComponentType().isPrimitive()));
        return new ArchCondition<>("have only fields of Java's types and of " + ownPackage) {
            @Override
            public void check(JavaClass record, ConditionEvents events) {
                for (JavaField field : record.getFields()) {
                    if (field.getModifiers().contains(JavaModifier.STATIC)) {
                        continue;
                    }
                    field.getType().getAllInvolvedRawTypes().stream()
                            .map(JavaClass::getBaseComponentType)
                            .filter(allowed.negate())
                            .forEach(type -> events.add(SimpleConditionEvent.violated(
                                    field, field.getFullName() + " is made of " + type.getName())));
                }
            }
        };
    }

    private ArchRule onlyConfigConfigures() {
        return classes()
                .that()
                .areMetaAnnotatedWith(CONFIGURATION)
                .and()
                .areNotAnnotatedWith(APPLICATION)
                .should()
                .resideInAPackage(in("config"))
                .allowEmptyShould(true)
                .as("Only config has @Configuration classes");
    }

    private ArchRule onlyConfigMakesBeans() {
        return methods()
                .that()
                .areAnnotatedWith(BEAN)
                .should()
                .beDeclaredInClassesThat()
                .resideInAPackage(in("config"))
                .allowEmptyShould(true)
                .as("Only config has @Bean methods");
    }

    private ArchRule noCycles() {
        return slices().matching(base + ".(**)")
                .should()
                .beFreeOfCycles()
                .as("Packages know each other in one direction");
    }

    private ArchRule everyPackageIsNullMarked() {
        return classes()
                .should(new ArchCondition<>("be in a package whose package-info says @NullMarked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                            events.add(SimpleConditionEvent.violated(
                                    type, type.getName() + " is in a package without @NullMarked package-info"));
                        }
                    }
                })
                .as("Every package says @NullMarked");
    }
}

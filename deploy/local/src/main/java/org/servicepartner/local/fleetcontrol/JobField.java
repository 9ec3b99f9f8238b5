package org.servicepartner.local.fleetcontrol;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The optional fields of a job, with what the contract accepts in each. */
enum JobField {
    JOB_TYPE("jobType", "INSTALLATION or MAINTENANCE", matching("INSTALLATION|MAINTENANCE")),
    VIN("vin", "17 characters, digits and capital letters without I, O and Q", matching("[A-HJ-NPR-Z0-9]{17}")),
    LICENSE_PLATE("licensePlate", text(20), upTo(20)),
    CUSTOM_NAME("customName", text(100), upTo(100)),
    VEHICLE_MODEL("vehicleModel", text(100), upTo(100)),
    TELEMATICS_UNIT_ID("telematicsUnitId", "16 hexadecimal digits", matching("[0-9A-Fa-f]{16}")),
    PLANNED_SERVICE_DATE("plannedServiceDate", "a date such as 2030-12-31", JobField::isDate),
    CONFIGURATION_PRESET("configurationPreset", text(100), upTo(100)),
    INSTRUCTIONS("instructions", text(4000), upTo(4000));

    private final String wireName;
    private final String expectation;
    private final Predicate<String> rule;

    JobField(String wireName, String expectation, Predicate<String> rule) {
        this.wireName = wireName;
        this.expectation = expectation;
        this.rule = rule;
    }

    static Optional<JobField> of(String wireName) {
        for (JobField field : values()) {
            if (field.wireName.equals(wireName)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    String wireName() {
        return wireName;
    }

    String expectation() {
        return expectation;
    }

    boolean accepts(String value) {
        return rule.test(value);
    }

    private static Predicate<String> matching(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }

    private static String text(int characters) {
        return "1 to %d characters, not only spaces, without control characters".formatted(characters);
    }

    private static Predicate<String> upTo(int characters) {
        return value -> !value.isBlank()
                && value.codePointCount(0, value.length()) <= characters
                && value.codePoints().allMatch(JobField::isText);
    }

    private static boolean isText(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n' || character == '\r' || character == '\t';
            case Character.SURROGATE -> false;
            default -> true;
        };
    }

    private static boolean isDate(String value) {
        try {
            return value.length() == 10 && LocalDate.parse(value).getYear() >= 0;
        } catch (DateTimeException wrong) {
            return false;
        }
    }
}

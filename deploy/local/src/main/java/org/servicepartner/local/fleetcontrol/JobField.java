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
    LICENSE_PLATE("licensePlate", "1 to 20 characters", upTo(20)),
    CUSTOM_NAME("customName", "1 to 100 characters", upTo(100)),
    VEHICLE_MODEL("vehicleModel", "1 to 100 characters", upTo(100)),
    TELEMATICS_UNIT_ID("telematicsUnitId", "16 hexadecimal digits", matching("[0-9A-Fa-f]{16}")),
    PLANNED_SERVICE_DATE("plannedServiceDate", "a date such as 2030-12-31", JobField::isDate),
    CONFIGURATION_PRESET("configurationPreset", "1 to 100 characters", upTo(100)),
    INSTRUCTIONS("instructions", "1 to 4000 characters", upTo(4000));

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

    private static Predicate<String> upTo(int characters) {
        return value -> !value.isBlank() && value.codePointCount(0, value.length()) <= characters;
    }

    private static boolean isDate(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeException wrong) {
            return false;
        }
    }
}

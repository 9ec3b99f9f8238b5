package org.servicepartner.job.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The fields of a job that somebody fills in, and which values each of them takes. Who fills them in makes no difference. */
public enum JobField {
    JOB_TYPE(
            "jobType",
            JobDetails::jobType,
            Set.of("INSTALLATION", "MAINTENANCE")::contains,
            "INSTALLATION or MAINTENANCE"),
    VIN("vin", JobDetails::vin, matching("[A-HJ-NPR-Z0-9]{17}"), "17 capital letters (without I, O and Q) or digits"),
    LICENSE_PLATE("licensePlate", JobDetails::licensePlate, 20),
    CUSTOM_NAME("customName", JobDetails::customName, 100),
    VEHICLE_MODEL("vehicleModel", JobDetails::vehicleModel, 100),
    TELEMATICS_UNIT_ID("telematicsUnitId", JobDetails::telematicsUnitId, matching("[0-9A-Fa-f]{16}"), "16 hex digits"),
    PLANNED_SERVICE_DATE(
            "plannedServiceDate", JobDetails::plannedServiceDate, JobField::isDate, "a date of the form 2026-03-31"),
    CONFIGURATION_PRESET("configurationPreset", JobDetails::configurationPreset, 100),
    INSTRUCTIONS("instructions", JobDetails::instructions, 4_000);

    private final String fieldName;
    private final Function<JobDetails, @Nullable String> value;
    private final Predicate<String> allowed;
    private final String expected;

    JobField(
            String fieldName,
            Function<JobDetails, @Nullable String> value,
            Predicate<String> allowed,
            String expected) {
        this.fieldName = fieldName;
        this.value = value;
        this.allowed = allowed;
        this.expected = expected;
    }

    JobField(String fieldName, Function<JobDetails, @Nullable String> value, int longest) {
        this(fieldName, value, text -> isText(text, longest), textOf(longest));
    }

    /** Whether it can be stored and read: not only spaces, and neither control characters (but for lines and tabs) nor halves of characters. */
    public static boolean isText(String text, int longest) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= longest
                && text.codePoints().allMatch(JobField::isReadable);
    }

    private static boolean isReadable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n' || character == '\r' || character == '\t';
            case Character.SURROGATE -> false;
            default -> true;
        };
    }

    /** What {@link #isText} asks for, to be read after "must be". */
    public static String textOf(int longest) {
        return "1 to %d characters, not only spaces, without control characters".formatted(longest);
    }

    private static Predicate<String> matching(String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return text -> compiled.matcher(text).matches();
    }

    private static boolean isDate(String text) {
        try {
            return text.length() == 10 && LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Its name in messages and over HTTP. */
    public String fieldName() {
        return fieldName;
    }

    public boolean takes(String text) {
        return allowed.test(text);
    }

    /** What it takes, to be read after "must be". */
    public String expected() {
        return expected;
    }

    /** The one way of writing a value: unit ids are in upper case. */
    public @Nullable String written(@Nullable String text) {
        return text != null && this == TELEMATICS_UNIT_ID ? text.toUpperCase(Locale.ROOT) : text;
    }

    public @Nullable String of(JobDetails details) {
        return value.apply(details);
    }
}

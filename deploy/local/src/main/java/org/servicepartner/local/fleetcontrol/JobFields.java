package org.servicepartner.local.fleetcontrol;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The fields of a job as options. They are sent as given, so that a refusal of the platform can be seen as well. */
final class JobFields {

    @Option(names = "--type", paramLabel = "TYPE", description = "INSTALLATION or MAINTENANCE.")
    private @Nullable String jobType;

    @Option(names = "--vin", paramLabel = "VIN", description = "Vehicle identification number, 17 characters.")
    private @Nullable String vin;

    @Option(names = "--license-plate", paramLabel = "PLATE")
    private @Nullable String licensePlate;

    @Option(names = "--custom-name", paramLabel = "NAME")
    private @Nullable String customName;

    @Option(names = "--vehicle-model", paramLabel = "MODEL")
    private @Nullable String vehicleModel;

    @Option(names = "--telematics-unit", paramLabel = "ID", description = "Unit id, 16 hexadecimal digits.")
    private @Nullable String telematicsUnitId;

    @Option(names = "--planned", paramLabel = "DATE", description = "Planned service date, such as 2030-12-31.")
    private @Nullable String plannedServiceDate;

    @Option(names = "--preset", paramLabel = "NAME", description = "Configuration preset.")
    private @Nullable String configurationPreset;

    @Option(names = "--instructions", paramLabel = "TEXT")
    private @Nullable String instructions;

    Map<String, String> given() {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, JobField.JOB_TYPE, jobType);
        put(fields, JobField.VIN, vin);
        put(fields, JobField.LICENSE_PLATE, licensePlate);
        put(fields, JobField.CUSTOM_NAME, customName);
        put(fields, JobField.VEHICLE_MODEL, vehicleModel);
        put(fields, JobField.TELEMATICS_UNIT_ID, telematicsUnitId);
        put(fields, JobField.PLANNED_SERVICE_DATE, plannedServiceDate);
        put(fields, JobField.CONFIGURATION_PRESET, configurationPreset);
        put(fields, JobField.INSTRUCTIONS, instructions);
        return fields;
    }

    private static void put(Map<String, String> fields, JobField field, @Nullable String value) {
        if (value != null) {
            fields.put(field.wireName(), value);
        }
    }
}

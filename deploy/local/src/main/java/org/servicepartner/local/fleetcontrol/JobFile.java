package org.servicepartner.local.fleetcontrol;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Jobs from a CSV file with a header row: what can be published, and every cell that cannot. */
record JobFile(List<Message> jobs, List<BadCell> badCells) {

    static final int MAX_ROWS = 1_000;

    private static final String JOB_ID = "jobId";
    private static final String FLEET_ID = "fleetId";
    private static final String PARTNER_ID = "partnerId";
    private static final Predicate<String> FLEET =
            Pattern.compile("[A-Za-z0-9._-]{1,64}").asMatchPredicate();
    private static final Predicate<String> UUID_FORM = Pattern.compile(
                    "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")
            .asMatchPredicate();

    /** The columns a file may have, in the order of the documentation. */
    static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of(JOB_ID, FLEET_ID, PARTNER_ID));
        for (JobField field : JobField.values()) {
            columns.add(field.wireName());
        }
        return columns;
    }

    /**
     * Reads a file.
     *
     * @param defaultFleet for rows without a fleet id
     * @param defaultPartner for rows without a partner id
     */
    static JobFile read(Path file, @Nullable String defaultFleet, @Nullable UUID defaultPartner) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(false)
                .setTrim(true)
                .get();
        try (Reader reader = new StringReader(text(file));
                CSVParser parser = format.parse(reader)) {
            List<CSVRecord> records = parser.getRecords();
            requireKnown(file, parser.getHeaderNames(), records.size());
            return new Reading(defaultFleet, defaultPartner).of(records);
        } catch (IOException | UncheckedIOException | IllegalArgumentException malformed) {
            throw new Refusal(
                    "The file " + file + " is no CSV file with a header row: " + malformed.getMessage() + ".");
        }
    }

    private static String text(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException wrong) {
            throw new Refusal("The file " + file + " is not encoded in UTF-8. Save it as UTF-8 and try again.");
        } catch (IOException unreadable) {
            throw new Refusal("The file " + file + " cannot be read. Is its name right?");
        }
    }

    private static void requireKnown(Path file, List<String> header, int rows) {
        List<String> unknown =
                header.stream().filter(column -> !columns().contains(column)).toList();
        if (!unknown.isEmpty()) {
            throw new Refusal("The header row of " + file + " has columns nobody knows: " + String.join(", ", unknown)
                    + ". Known are: " + String.join(", ", columns()) + ".");
        }
        if (rows == 0) {
            throw new Refusal("The file " + file + " has no row below its header.");
        }
        if (rows > MAX_ROWS) {
            throw new Refusal("The file " + file + " has " + rows + " rows; at most " + MAX_ROWS
                    + " are imported at a time. Split it.");
        }
    }

    private static final class Reading {

        private final @Nullable String defaultFleet;
        private final @Nullable UUID defaultPartner;
        private final List<Message> jobs = new ArrayList<>();
        private final List<BadCell> badCells = new ArrayList<>();
        private final Set<UUID> ids = new HashSet<>();

        private Reading(@Nullable String defaultFleet, @Nullable UUID defaultPartner) {
            this.defaultFleet = defaultFleet;
            this.defaultPartner = defaultPartner;
        }

        private JobFile of(List<CSVRecord> records) {
            records.forEach(this::read);
            return new JobFile(jobs, badCells);
        }

        private void read(CSVRecord record) {
            int before = badCells.size();
            long row = record.getRecordNumber() + 1;
            if (record.size() > record.getParser().getHeaderNames().size()) {
                badCells.add(new BadCell(
                        row, "(behind the last)", record.get(record.size() - 1), "no more cells than the header has"));
            }
            UUID jobId = uuid(record, row, JOB_ID);
            if (jobId == null) {
                jobId = UUID.randomUUID();
            }
            if (!ids.add(jobId)) {
                badCells.add(new BadCell(row, JOB_ID, jobId.toString(), "an id that no other row has"));
            }
            String fleet = cell(record, FLEET_ID);
            if (fleet.isEmpty() && defaultFleet != null) {
                fleet = defaultFleet;
            }
            if (!FLEET.test(fleet)) {
                badCells.add(new BadCell(
                        row, FLEET_ID, fleet, "1 to 64 letters, digits, dots, dashes or underscores (or --fleet)"));
            }
            UUID partner = uuid(record, row, PARTNER_ID);
            Map<String, String> fields = fields(record, row);
            if (badCells.size() == before) {
                jobs.add(Message.jobCreated(jobId, fleet, partner == null ? defaultPartner : partner, fields));
            }
        }

        private Map<String, String> fields(CSVRecord record, long row) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (JobField field : JobField.values()) {
                String value = cell(record, field.wireName());
                if (!value.isEmpty() && !field.accepts(value)) {
                    badCells.add(new BadCell(row, field.wireName(), value, field.expectation()));
                } else if (!value.isEmpty()) {
                    fields.put(field.wireName(), value);
                }
            }
            return fields;
        }

        private @Nullable UUID uuid(CSVRecord record, long row, String column) {
            String value = cell(record, column);
            if (!value.isEmpty() && !UUID_FORM.test(value)) {
                badCells.add(new BadCell(row, column, value, "a UUID such as a0000000-0000-4000-8000-000000000001"));
                return null;
            }
            return value.isEmpty() ? null : UUID.fromString(value);
        }

        private static String cell(CSVRecord record, String column) {
            return record.isSet(column) ? record.get(column) : "";
        }
    }
}

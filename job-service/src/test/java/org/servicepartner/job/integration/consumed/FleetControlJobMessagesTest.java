package org.servicepartner.job.integration.consumed;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.servicepartner.job.domain.JobCommand;
import org.servicepartner.job.domain.JobDetails;
import org.servicepartner.platform.messaging.InboundHandler.Reaction;
import org.servicepartner.platform.messaging.MessageRejectedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.servicepartner.job.integration.consumed.Inbox.CLOCK;
import static org.servicepartner.job.integration.consumed.Inbox.MESSAGE;
import static org.servicepartner.job.integration.consumed.Inbox.NOW;
import static org.servicepartner.job.integration.consumed.Inbox.example;
import static org.servicepartner.job.integration.consumed.Inbox.message;

class FleetControlJobMessagesTest {
    private static final String CREATED = "fleetcontrol.job.created.v1";
    private static final String CHANGED = "fleetcontrol.job.changed.v1";
    private static final String ASSIGNED = "fleetcontrol.job.assigned.v1";
    private static final String DELETED = "fleetcontrol.job.deleted.v1";

    private static final String JOB = "0190a000-0000-7000-8000-000000000001";
    private static final String PARTNER = "a0000000-0000-4000-8000-000000000001";
    private static final JobDetails EMPTY = new JobDetails(null, null, null, null, null, null, null, null, null);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String A_UUID = "must be a UUID";
    private static final String A_VIN = "must be 17 capital letters (without I, O and Q) or digits";
    private static final String A_UNIT_ID = "must be 16 hex digits";
    private static final String A_DATE = "must be a date of the form 2026-03-31";
    private static final String A_FLEET_ID = "must be 1 to 64 letters, digits, dots, hyphens or underscores";
    private static final String A_JOB_TYPE = "must be INSTALLATION or MAINTENANCE";

    private final FleetControlJobMessages messages = new FleetControlJobMessages(CLOCK);

    @Test
    void aJobIsCreated() {
        assertThat(reaction(CREATED, """
                {"jobId": "%s", "fleetId": "city-cars", "partnerId": "%s", "jobType": "INSTALLATION", "vin": "WVWZZZ1JZXW000001",
                 "licensePlate": "HH-AB 123", "customName": "Car 12", "vehicleModel": "Golf", "telematicsUnitId": "00000000075BCD15",
                 "plannedServiceDate": "2026-03-31", "configurationPreset": "golf-8", "instructions": "Key at the desk"}
                """.formatted(JOB, PARTNER)))
                .isEqualTo(new Reaction.Command(
                        JOB,
                        new JobCommand.CreateJob(
                                JOB,
                                "city-cars",
                                PARTNER,
                                new JobDetails(
                                        "INSTALLATION",
                                        "WVWZZZ1JZXW000001",
                                        "HH-AB 123",
                                        "Car 12",
                                        "Golf",
                                        "00000000075BCD15",
                                        "2026-03-31",
                                        "golf-8",
                                        "Key at the desk"),
                                MESSAGE,
                                NOW)));
    }

    @Test
    void aDraftNeedsNoMoreThanItsIdAndItsFleet() {
        assertThat(reaction(CREATED, """
                {"jobId": "%s", "fleetId": "city-cars"}
                """.formatted(JOB)))
                .isEqualTo(new Reaction.Command(
                        JOB, new JobCommand.CreateJob(JOB, "city-cars", null, EMPTY, MESSAGE, NOW)));
    }

    @Test
    void aJobIsChanged() {
        assertThat(reaction(CHANGED, """
                {"jobId": "%s", "licensePlate": "HH-AB 123"}
                """.formatted(JOB)))
                .isEqualTo(new Reaction.Command(
                        JOB,
                        new JobCommand.ChangeJob(
                                JOB,
                                new JobDetails(null, null, "HH-AB 123", null, null, null, null, null, null),
                                MESSAGE,
                                NOW)));
    }

    @Test
    void aJobIsAssigned() {
        assertThat(reaction(ASSIGNED, """
                {"jobId": "%s", "partnerId": "%s"}
                """.formatted(JOB, PARTNER)))
                .isEqualTo(new Reaction.Command(JOB, new JobCommand.AssignJob(JOB, PARTNER, MESSAGE, NOW)));
    }

    @Test
    void aJobIsDeleted() {
        assertThat(reaction(DELETED, """
                {"jobId": "%s"}
                """.formatted(JOB)))
                .isEqualTo(new Reaction.Command(JOB, new JobCommand.DeleteJob(JOB, MESSAGE, NOW)));
    }

    @ParameterizedTest
    @ValueSource(strings = {CREATED, CHANGED, ASSIGNED, DELETED})
    void theExamplesOfTheContractAreUnderstood(String type) {
        assertThat(messages.reactionTo(example(type))).isInstanceOf(Reaction.Command.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {CREATED, CHANGED, ASSIGNED, DELETED})
    void idsAreKeptInLowerCase(String type) {
        ObjectNode data = complete().put("jobId", JOB.toUpperCase()).put("partnerId", PARTNER.toUpperCase());
        assertThat(new PromisedSchema(type).mistakes(data.toString())).isEmpty();
        Reaction.Command reaction = (Reaction.Command) reaction(type, data.toString());
        assertThat(reaction.aggregateId()).isEqualTo(JOB);
        switch ((JobCommand) reaction.command()) {
            case JobCommand.CreateJob create -> assertThat(create.partnerId()).isEqualTo(PARTNER);
            case JobCommand.AssignJob assign -> assertThat(assign.partnerId()).isEqualTo(PARTNER);
            case JobCommand other -> assertThat(other.jobId()).isEqualTo(JOB);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000075bcd15", "00000000075bCD15", "00000000075BCD15"})
    void theUnitIdIsKeptInUpperCase(String unitId) {
        assertThat(detailsOf(complete().put("telematicsUnitId", unitId)).telematicsUnitId())
                .isEqualTo("00000000075BCD15");
    }

    @ParameterizedTest
    @MethodSource("goodValues")
    void aGoodValueIsTakenAndPromised(String field, String value) {
        ObjectNode data = complete();
        data.set(field, JSON.readTree(value));
        assertThat(reaction(CREATED, data.toString())).isInstanceOf(Reaction.Command.class);
        assertThat(new PromisedSchema(CREATED).mistakes(data.toString())).isEmpty();
    }

    static Stream<Arguments> goodValues() {
        return Stream.of(
                arguments("fleetId", text("x")),
                arguments("fleetId", text("A.b_c-9".repeat(9) + "z")),
                arguments("jobType", text("MAINTENANCE")),
                arguments("jobType", "null"),
                arguments("vin", text("ABCDEFGHJKLMNPRST")),
                arguments("vin", "null"),
                arguments("licensePlate", text("x")),
                arguments("licensePlate", text("x".repeat(20))),
                arguments("customName", text("Ünïcödé 车")),
                arguments("customName", text("x".repeat(100))),
                arguments("vehicleModel", text("x".repeat(100))),
                arguments("telematicsUnitId", text("ffffffffffffffff")),
                arguments("telematicsUnitId", "null"),
                arguments("plannedServiceDate", text("2028-02-29")),
                arguments("plannedServiceDate", "null"),
                arguments("configurationPreset", text("x".repeat(100))),
                arguments("instructions", text("two\r\nlines\tand a tab")),
                arguments("instructions", text("x".repeat(4_000))),
                arguments("instructions", text("\uD83D\uDE97".repeat(4_000))),
                arguments("instructions", "null"),
                arguments("partnerId", "null"),
                arguments("somethingNew", "{\"a\": [1]}"));
    }

    @ParameterizedTest
    @MethodSource("badValues")
    void aBadValueIsRejectedWithItsFieldAndWhatIsExpected(String field, String value, String expected) {
        ObjectNode data = complete();
        data.set(field, JSON.readTree(value));
        assertRejected(CREATED, data.toString(), "INVALID_FIELD", "The field " + field + " " + expected);
        assertThat(new PromisedSchema(CREATED).mistakes(data.toString())).isNotEmpty();
    }

    static Stream<Arguments> badValues() {
        return Stream.of(
                arguments("jobId", text(""), A_UUID),
                arguments("jobId", text("42"), A_UUID),
                arguments("jobId", text(JOB + "0"), A_UUID),
                arguments("jobId", text("0190a000-0000-7000-8000-00000000000g"), A_UUID),
                arguments("partnerId", text("Alpine Fitters"), A_UUID),
                arguments("fleetId", text(""), A_FLEET_ID),
                arguments("fleetId", text("x".repeat(65)), A_FLEET_ID),
                arguments("fleetId", text("city cars"), A_FLEET_ID),
                arguments("fleetId", text("city:cars"), A_FLEET_ID),
                arguments("jobType", text("installation"), A_JOB_TYPE),
                arguments("jobType", text("REPAIR"), A_JOB_TYPE),
                arguments("jobType", text(""), A_JOB_TYPE),
                arguments("vin", text(""), A_VIN),
                arguments("vin", text("WVWZZZ1JZXW00000"), A_VIN),
                arguments("vin", text("WVWZZZ1JZXW0000012"), A_VIN),
                arguments("vin", text("wvwzzz1jzxw000001"), A_VIN),
                arguments("vin", text("WVWZZZ1JZXW00000I"), A_VIN),
                arguments("vin", text("WVWZZZ1JZXW00000O"), A_VIN),
                arguments("vin", text("WVWZZZ1JZXW00000Q"), A_VIN),
                arguments("vin", text("WVWZZZ1JZXW 00001"), A_VIN),
                arguments("telematicsUnitId", text(""), A_UNIT_ID),
                arguments("telematicsUnitId", text("75BCD15"), A_UNIT_ID),
                arguments("telematicsUnitId", text("00000000075BCD150"), A_UNIT_ID),
                arguments("telematicsUnitId", text("00000000075BCD1G"), A_UNIT_ID),
                arguments("telematicsUnitId", text("\uFB00".repeat(8)), A_UNIT_ID),
                arguments("plannedServiceDate", text(""), A_DATE),
                arguments("plannedServiceDate", text("31.03.2026"), A_DATE),
                arguments("plannedServiceDate", text("2026-3-31"), A_DATE),
                arguments("plannedServiceDate", text("2026-02-30"), A_DATE),
                arguments("plannedServiceDate", text("+12026-03-31"), A_DATE),
                arguments("plannedServiceDate", text("2026-03-31T10:00:00Z"), A_DATE),
                arguments("licensePlate", text(""), most(20)),
                arguments("licensePlate", text(" "), most(20)),
                arguments("licensePlate", text("x".repeat(21)), most(20)),
                arguments("customName", text("\t\n"), most(100)),
                arguments("customName", text("x".repeat(101)), most(100)),
                arguments("vehicleModel", text(""), most(100)),
                arguments("vehicleModel", text("x".repeat(101)), most(100)),
                arguments("configurationPreset", text("  "), most(100)),
                arguments("configurationPreset", text("x".repeat(101)), most(100)),
                arguments("instructions", text(""), most(4_000)),
                arguments("instructions", text("x".repeat(4_001)), most(4_000)),
                arguments("licensePlate", text("HH\u0000AB"), most(20)),
                arguments("customName", text("\u001B[31mCar"), most(100)),
                arguments("vehicleModel", text("Golf\u0085"), most(100)),
                arguments("configurationPreset", text("golf\u007F8"), most(100)),
                arguments("instructions", text("one\u000Btwo"), most(4_000)));
    }

    @Test
    void halfACharacterIsRejected() {
        assertRejected(
                CREATED,
                complete().toString().replace("Car 12", "Car \\ud83d"),
                "INVALID_FIELD",
                "The field customName " + most(100));
    }

    private static String most(int length) {
        return "must be 1 to %d characters, not only spaces, without control characters".formatted(length);
    }

    private static String text(String value) {
        return JSON.writeValueAsString(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jobId | 42
            fleetId | true
            partnerId | {}
            jobType | ["INSTALLATION"]
            vin | 12345678901234567
            licensePlate | 1.5
            customName | false
            vehicleModel | {"name": "Golf"}
            telematicsUnitId | 1234567812345678
            plannedServiceDate | 20260331
            configurationPreset | []
            instructions | 0
            """)
    void aValueOfAnotherJsonTypeIsRejectedWithItsField(String field, String value) {
        ObjectNode data = complete();
        data.set(field, JSON.readTree(value));
        assertRejected(CREATED, data.toString(), "INVALID_FIELD", "The field " + field + " has the wrong type");
        assertThat(new PromisedSchema(CREATED).mistakes(data.toString())).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "fleetcontrol.job.created.v1, jobId",
        "fleetcontrol.job.created.v1, fleetId",
        "fleetcontrol.job.changed.v1, jobId",
        "fleetcontrol.job.assigned.v1, jobId",
        "fleetcontrol.job.assigned.v1, partnerId",
        "fleetcontrol.job.deleted.v1, jobId"
    })
    void aMissingIdIsRejected(String type, String field) {
        ObjectNode absent = complete();
        absent.remove(field);
        assertRejected(type, absent.toString(), "MISSING_FIELD", "The field " + field + " is missing");
        assertThat(new PromisedSchema(type).mistakes(absent.toString())).isNotEmpty();
        ObjectNode empty = complete().putNull(field);
        assertRejected(type, empty.toString(), "MISSING_FIELD", "The field " + field + " is missing");
        assertThat(new PromisedSchema(type).mistakes(empty.toString())).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {CREATED, CHANGED, ASSIGNED, DELETED})
    void anIdOfTheWrongFormIsRejectedInEveryMessage(String type) {
        ObjectNode data = complete().put("jobId", "job 1");
        assertRejected(type, data.toString(), "INVALID_FIELD", "The field jobId must be a UUID");
        assertThat(new PromisedSchema(type).mistakes(data.toString())).isNotEmpty();
    }

    @Test
    void aChangeIsCheckedAsACreationIs() {
        assertRejected(CHANGED, complete().put("vin", "x").toString(), "INVALID_FIELD", "The field vin " + A_VIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "{", "{\"jobId\": \"0190", "not JSON", "{\"jobId\": 'x'}", "{} {}", "\u0000"})
    void whatIsNoJsonIsRejected(String data) {
        assertThatThrownBy(() -> reaction(CREATED, data))
                .isInstanceOfSatisfying(
                        MessageRejectedException.class,
                        e -> assertThat(e.reason()).isEqualTo("MALFORMED_JSON"));
    }

    @Test
    void nullIsRejected() {
        assertRejected(CREATED, "null", "MALFORMED_JSON", "The data must be a JSON object, not null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{\"jobId\": \"x\"}]", "\"text\"", "42", "true"})
    void jsonThatIsNoObjectIsRejected(String data) {
        assertRejected(CREATED, data, "MALFORMED_JSON", "The data must be one JSON object");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"fleetcontrol.job.created.v2", "fleetcontrol.job.painted.v1", "servicepartner.job.created.v1"})
    void anUnknownTypeIsRejected(String type) {
        assertRejected(type, "{}", "UNKNOWN_TYPE", "There is no message type " + type + " on this topic");
    }

    private Reaction reaction(String type, String data) {
        return messages.reactionTo(message(type, data));
    }

    private JobDetails detailsOf(ObjectNode data) {
        Reaction.Command reaction = (Reaction.Command) reaction(CREATED, data.toString());
        return ((JobCommand.CreateJob) reaction.command()).details();
    }

    private void assertRejected(String type, String data, String reason, String detail) {
        assertThatThrownBy(() -> reaction(type, data))
                .isInstanceOfSatisfying(
                        MessageRejectedException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessage(detail);
    }

    private static ObjectNode complete() {
        return JSON.createObjectNode()
                .put("jobId", JOB)
                .put("fleetId", "city-cars")
                .put("partnerId", PARTNER)
                .put("jobType", "INSTALLATION")
                .put("vin", "WVWZZZ1JZXW000001")
                .put("licensePlate", "HH-AB 123")
                .put("customName", "Car 12")
                .put("vehicleModel", "Golf")
                .put("telematicsUnitId", "00000000075BCD15")
                .put("plannedServiceDate", "2026-03-31")
                .put("configurationPreset", "golf-8")
                .put("instructions", "Key at the desk");
    }
}

package org.servicepartner.acceptance;

import java.util.function.Consumer;

import org.servicepartner.local.App;

/** What can go wrong in a bad night. */
enum Fault {
    JOB_SERVICE_KILLED("kill -9 of job-service", night -> night.kill(App.JOB_SERVICE)),
    FLEET_CONNECTION_SERVICE_KILLED(
            "kill -9 of fleet-connection-service", night -> night.kill(App.FLEET_CONNECTION_SERVICE)),
    IDENTITY_SERVICE_KILLED("kill -9 of identity-service", night -> night.kill(App.IDENTITY_SERVICE)),
    PARTNER_SERVICE_KILLED("kill -9 of partner-service", night -> night.kill(App.PARTNER_SERVICE)),
    NOTIFICATION_SERVICE_KILLED("kill -9 of notification-service", night -> night.kill(App.NOTIFICATION_SERVICE)),
    GATEWAY_KILLED("kill -9 of the gateway", night -> night.kill(App.GATEWAY)),
    POSTGRESQL_KILLED("kill -9 of PostgreSQL", BadNight::killPostgres),
    KAFKA_KILLED("kill -9 of Kafka", BadNight::killKafka),
    KEYCLOAK_KILLED("kill -9 of Keycloak", BadNight::killKeycloak),
    MAIL_SERVER_AWAY("the mail server takes nothing", BadNight::stopMailServer),
    MESSAGES_BROKEN("broken messages of FleetControl", BadNight::publishBrokenMessages),
    MESSAGES_REPEATED("hundreds of old messages again, shuffled", BadNight::publishOldMessagesAgain),
    MESSAGES_REORDERED("a connection's end before its acceptance", BadNight::publishTheEndBeforeTheAcceptance);

    private final String description;
    private final Consumer<BadNight> action;

    Fault(String description, Consumer<BadNight> action) {
        this.description = description;
        this.action = action;
    }

    /** Returns when it is over: what died serves again, what was to be sent is sent. */
    void strike(BadNight night) {
        action.accept(night);
    }

    /** Whether news of a connection's end may wait meanwhile. */
    boolean delaysVisibility() {
        return switch (this) {
            case JOB_SERVICE_KILLED, FLEET_CONNECTION_SERVICE_KILLED, POSTGRESQL_KILLED, KAFKA_KILLED -> true;
            default -> false;
        };
    }

    /** Whether a letter may be cut off between the mail server's answer and the note of it; then it comes again. */
    boolean cutsOffALetter() {
        return switch (this) {
            case NOTIFICATION_SERVICE_KILLED, POSTGRESQL_KILLED, MAIL_SERVER_AWAY -> true;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return description;
    }
}

package org.servicepartner.local;

/** The six applications of the platform. */
public enum App {
    IDENTITY_SERVICE("identity-service", 8081, "identity"),
    PARTNER_SERVICE("partner-service", 8082, "partner"),
    FLEET_CONNECTION_SERVICE("fleet-connection-service", 8083, "fleet_connection"),
    JOB_SERVICE("job-service", 8084, "job"),
    NOTIFICATION_SERVICE("notification-service", 8085, "notification"),
    GATEWAY("gateway", 8080, "gateway");

    private final String module;
    private final int port;
    private final String database;

    App(String module, int port, String database) {
        this.module = module;
        this.port = port;
        this.database = database;
    }

    /** The Maven module, which is also the name of the jar and of the log. */
    public String module() {
        return module;
    }

    /** TCP port without an offset. */
    public int port() {
        return port;
    }

    /** Name of the application's database and of its owner. */
    String database() {
        return database;
    }
}

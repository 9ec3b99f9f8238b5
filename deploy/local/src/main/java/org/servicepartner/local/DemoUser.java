package org.servicepartner.local;

import java.util.UUID;

/** The users of the local stack, as in {@code realm-local.json} and {@code seed.json}. */
public enum DemoUser {
    /** Admin of Alpine Fitters. */
    ALICE("alice@alpine-fitters.example", DemoUser.ALPINE_FITTERS, "a0000000-0000-4000-8000-0000000000a1"),
    /** Technician of Alpine Fitters. */
    TOM("tom@alpine-fitters.example", DemoUser.ALPINE_FITTERS, "a0000000-0000-4000-8000-0000000000a2"),
    /** Admin of Baltic Service. */
    BEA("bea@baltic-service.example", DemoUser.BALTIC_SERVICE, "b0000000-0000-4000-8000-0000000000b1"),
    /** Technician of Baltic Service. */
    BEN("ben@baltic-service.example", DemoUser.BALTIC_SERVICE, "b0000000-0000-4000-8000-0000000000b2");

    /** Partner id of Alice and Tom. */
    public static final String ALPINE_FITTERS = "a0000000-0000-4000-8000-000000000001";
    /** Partner id of Bea and Ben. */
    public static final String BALTIC_SERVICE = "b0000000-0000-4000-8000-000000000002";

    private final String email;
    private final UUID partnerId;
    private final UUID userId;

    DemoUser(String email, String partnerId, String userId) {
        this.email = email;
        this.partnerId = UUID.fromString(partnerId);
        this.userId = UUID.fromString(userId);
    }

    public String email() {
        return email;
    }

    public UUID partnerId() {
        return partnerId;
    }

    public UUID userId() {
        return userId;
    }
}

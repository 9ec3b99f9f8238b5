package org.servicepartner.connection.domain;

/** Names the pair of a fleet and a partner; fleet ids have no colon. */
public final class PairId {
    private PairId() {}

    public static String of(String fleetId, String partnerId) {
        return fleetId + ":" + partnerId;
    }

    public static String partnerOf(String pairId) {
        return pairId.substring(pairId.indexOf(':') + 1);
    }
}

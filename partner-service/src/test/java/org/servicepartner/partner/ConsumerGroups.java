package org.servicepartner.partner;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Consumer groups for one of several applications that run on one broker at once, so that each hears everything. */
final class ConsumerGroups {
    private static final List<String> CONSUMERS =
            List.of("whenFleetConnectionRequestedThenInvitePartner", "userChanges");

    private ConsumerGroups() {}

    static Map<String, String> ofTheirOwn(String application) {
        Map<String, String> groups = new LinkedHashMap<>();
        for (String consumer : CONSUMERS) {
            groups.put("spring.cloud.stream.bindings." + consumer + "-in-0.group", application + "." + consumer);
        }
        return groups;
    }
}

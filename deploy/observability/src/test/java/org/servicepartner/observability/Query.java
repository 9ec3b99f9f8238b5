package org.servicepartner.observability;

import java.util.List;

/**
 * A query in PromQL.
 *
 * @param place where it stands, for a person
 */
public record Query(String place, String expression) {
    public List<Selector> selectors() {
        return Selector.in(expression);
    }
}

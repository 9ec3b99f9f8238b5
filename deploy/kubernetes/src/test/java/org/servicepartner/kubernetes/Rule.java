package org.servicepartner.kubernetes;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What must be so in every overlay.
 *
 * @param sentence says it
 * @param violations where it is not so, in words
 * @param faults changes of the production overlay each of which must be found
 */
record Rule(String sentence, Function<Manifests, Stream<String>> violations, List<Change> faults) {

    Rule(String sentence, Function<Manifests, Stream<String>> violations, Change... faults) {
        this(sentence, violations, List.of(faults));
    }

    Rule {
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("It is not shown that this can fail: " + sentence);
        }
    }

    List<String> violatedBy(Manifests manifests) {
        return violations.apply(manifests).toList();
    }

    @Override
    public String toString() {
        return sentence;
    }
}

package org.servicepartner.observability;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SelectorTest {
    @Test
    void metricsAreToldFromFunctionsWordsAndLabels() {
        assertThat(Selector.in("""
                        sum by (job, topic) (rate(one_total{a="x}", b=~"y|z"}[5m])) / on (job) group_left (topic) two
                        unless three offset 15m > 1e3 and on (job) predict_linear(slo:four:ratio[1d], 14 * 86400) > bool 2"""))
                .extracting(Selector::metric)
                .containsExactly("one_total", "two", "three", "slo:four:ratio");
    }

    @Test
    void aSelectorPicksWhatItsMatchersAccept() {
        Selector selector =
                Selector.in("m{a=\"1\", b!=\"2\", c=~\"x|y.*\", d!~\"z+\"}").getFirst();

        assertThat(selector.labels()).containsExactlyInAnyOrder("a", "b", "c", "d");
        assertThat(selector.picks("m", Map.of("a", "1", "b", "1", "c", "yes"))).isTrue();
        assertThat(selector.picks("n", Map.of("a", "1", "b", "1", "c", "yes"))).isFalse();
        assertThat(selector.picks("m", Map.of("a", "1", "b", "2", "c", "yes"))).isFalse();
        assertThat(selector.picks("m", Map.of("a", "1", "b", "1", "c", "no"))).isFalse();
        assertThat(selector.picks("m", Map.of("a", "1", "b", "1", "c", "x", "d", "zz")))
                .isFalse();
    }
}

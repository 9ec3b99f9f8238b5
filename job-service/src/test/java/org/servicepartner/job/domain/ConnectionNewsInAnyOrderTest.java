package org.servicepartner.job.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.servicepartner.job.domain.ConnectionStory.NOW;
import static org.servicepartner.job.domain.ConnectionStory.accepted;
import static org.servicepartner.job.domain.ConnectionStory.ended;
import static org.servicepartner.job.domain.ConnectionStory.noteAcceptance;
import static org.servicepartner.job.domain.ConnectionStory.noteEnd;
import static org.servicepartner.job.domain.ConnectionStory.noteRequest;
import static org.servicepartner.job.domain.ConnectionStory.requested;

/** News of one connection in every order, with every repetition, up to four messages. */
class ConnectionNewsInAnyOrderTest {
    private static final int MOST_MESSAGES = 4;

    enum News {
        REQUEST(noteRequest(), requested(NOW)),
        ACCEPTANCE(noteAcceptance(), accepted(NOW)),
        END(noteEnd("DELETED"), ended("DELETED", NOW));

        private final ConnectionCommand command;
        private final ConnectionEvent effect;

        News(ConnectionCommand command, ConnectionEvent effect) {
            this.command = command;
            this.effect = effect;
        }
    }

    @ParameterizedTest
    @MethodSource("orders")
    void newsHasItsEffectOnceAndNoAcceptanceComesAfterAnEnd(List<News> order) {
        List<News> earlier = order.subList(0, order.size() - 1);
        News last = order.getLast();
        ResultValidator<Connection> result = new AggregateTestFixture<>(Connection.class)
                .givenCommands(earlier.stream().map(news -> news.command).toList())
                .when(last.command);
        if (earlier.contains(last) || last == News.ACCEPTANCE && earlier.contains(News.END)) {
            result.expectNoEvents();
        } else {
            result.expectEvents(last.effect);
        }
    }

    static Stream<List<News>> orders() {
        List<List<News>> all = new ArrayList<>();
        List<List<News>> longest = List.of(List.of());
        for (int length = 1; length <= MOST_MESSAGES; length++) {
            longest = longest.stream()
                    .flatMap(order -> Stream.of(News.values()).map(news -> with(order, news)))
                    .toList();
            all.addAll(longest);
        }
        return all.stream();
    }

    private static List<News> with(List<News> order, News news) {
        List<News> longer = new ArrayList<>(order);
        longer.add(news);
        return List.copyOf(longer);
    }
}

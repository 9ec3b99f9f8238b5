package org.servicepartner.platform.live;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Begins server-sent events that another thread goes on with. */
public final class LiveEmitters {
    private static final long NO_TIMEOUT = 0;

    private LiveEmitters() {}

    /**
     * An emitter whose first line, a comment, is sent by the request's own thread. That commits the response before any other thread
     * can write: the filters still add headers on their way back, which must not meet a commit by somebody else.
     */
    public static SseEmitter following() {
        SseEmitter client = new SseEmitter(NO_TIMEOUT);
        try {
            client.send(SseEmitter.event().comment("following"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return client;
    }
}

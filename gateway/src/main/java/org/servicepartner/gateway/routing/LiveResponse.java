package org.servicepartner.gateway.routing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.springframework.http.client.ClientHttpResponse;

import org.servicepartner.gateway.sessions.SessionStreams;

/** A live answer that ends when the session does in which it was asked for, as if the service had ended it. */
final class LiveResponse extends UndrainedResponse {

    private final SessionStreams streams;
    private final EndableBody body;
    private final Runnable end;

    LiveResponse(ClientHttpResponse answer, SessionStreams streams) throws IOException {
        super(answer);
        this.streams = streams;
        this.body = new EndableBody(answer.getBody());
        this.end = body::end;
        streams.endWithSession(end);
    }

    @Override
    public InputStream getBody() {
        return body;
    }

    @Override
    public void close() {
        streams.forget(end);
        super.close();
    }

    /** Whoever waits for the next bytes is told that there are none. */
    private static final class EndableBody extends FilterInputStream {

        private volatile boolean ended;

        EndableBody(InputStream body) {
            super(body);
        }

        void end() {
            ended = true;
            try {
                in.close();
            } catch (IOException alreadyClosed) {
                // It has ended, which is what was asked for.
            }
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return super.read(target, offset, length);
            } catch (IOException brokenOff) {
                if (ended) {
                    return -1;
                }
                throw brokenOff;
            }
        }
    }
}

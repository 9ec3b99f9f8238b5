package org.servicepartner.gateway.routing;

import java.io.IOException;
import java.io.InputStream;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/**
 * An answer whose closing ends the connection. The client's own answer reads on to the end of the body when it is
 * closed, which for an event stream whose reader has gone away is never.
 */
class UndrainedResponse implements ClientHttpResponse {

    private final ClientHttpResponse answer;

    UndrainedResponse(ClientHttpResponse answer) {
        this.answer = answer;
    }

    @Override
    public HttpStatusCode getStatusCode() throws IOException {
        return answer.getStatusCode();
    }

    @Override
    public String getStatusText() throws IOException {
        return answer.getStatusText();
    }

    @Override
    public HttpHeaders getHeaders() {
        return answer.getHeaders();
    }

    @Override
    public InputStream getBody() throws IOException {
        return answer.getBody();
    }

    @Override
    public void close() {
        try {
            answer.getBody().close();
        } catch (IOException e) {
            answer.close();
        }
    }
}

package org.servicepartner.platform.idempotency;

/** Another request of the same caller has had this key. */
public final class KeyReusedException extends RuntimeException {
    KeyReusedException(String key) {
        super("Another request with different content has had the key " + key);
    }
}

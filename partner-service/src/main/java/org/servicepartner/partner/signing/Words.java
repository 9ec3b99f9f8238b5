package org.servicepartner.partner.signing;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words around the agreement in a signed copy, in the agreement's language. */
final class Words {
    private final ResourceBundle bundle;

    Words(String language) {
        bundle = ResourceBundle.getBundle("nda/signed-copy", Locale.of(language));
    }

    String of(String key, Object... values) {
        return bundle.getString(key).formatted(values);
    }
}

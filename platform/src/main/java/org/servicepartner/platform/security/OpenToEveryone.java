package org.servicepartner.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The controller answers callers without a token. All its addresses begin with {@code /api/public/}; the application does not start otherwise. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenToEveryone {
    /** Why that is safe: what protects it instead. */
    String because();
}

package org.servicepartner.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The role that a caller must have. Every controller carries it, directly or through an annotation of its service, or else {@link OpenToEveryone}; the application does not start otherwise. */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresRole {
    /** The realm role. */
    String value();

    /** End of the type of the problem told to callers without it. */
    String problem();

    String title();

    /** A sentence about what is missing. */
    String detail();

    /** A sentence that says what to do next. */
    String advice();

    /** Whether the caller belongs to no company: a program, or one of our own people. */
    boolean outsider() default false;
}

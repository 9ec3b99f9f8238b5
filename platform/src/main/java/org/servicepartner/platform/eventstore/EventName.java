package org.servicepartner.platform.eventstore;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The logical, versioned name under which an event is stored, for example {@code job.assigned.v1}. It never changes once stored. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventName {
    String value();
}

package org.servicepartner.platform.personaldata;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text of a stored event that says who somebody is. It is stored encrypted, and reads as {@link #ERASED} once its key is gone. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface PersonalData {
    /** What is read of a person that has been erased. */
    String ERASED = "erased";

    /**
     * The component that holds the id of the person; without a value there, nobody in particular is meant and the text is stored as it
     * is. A component that names itself is an e-mail address, and whose it is is not known yet.
     */
    String of();
}

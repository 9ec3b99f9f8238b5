package org.servicepartner.partner.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import org.jspecify.annotations.Nullable;

import org.servicepartner.partner.signing.Typeface;

/** A text of which every character can be shown in the signed copy. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Printable.Validator.class)
@interface Printable {
    String message() default
            "The signed copy cannot show one of the characters; use Latin, Greek or Cyrillic letters on one line.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Asks the typeface of the signed copies. */
    final class Validator implements ConstraintValidator<Printable, String> {
        private final Typeface typeface;

        public Validator(Typeface typeface) {
            this.typeface = typeface;
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || typeface.canShow(text);
        }
    }
}

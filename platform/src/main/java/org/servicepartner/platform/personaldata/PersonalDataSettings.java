package org.servicepartner.platform.personaldata;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param masterKey one or more keys of 32 bytes in base64, separated by commas: the first wraps, all unwrap */
@Validated
@ConfigurationProperties("servicepartner.personal-data")
record PersonalDataSettings(@NotBlank String masterKey) {
    /** Not for logs. */
    @Override
    public String toString() {
        return "PersonalDataSettings";
    }
}

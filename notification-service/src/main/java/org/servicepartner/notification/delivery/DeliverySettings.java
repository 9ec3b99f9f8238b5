package org.servicepartner.notification.delivery;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param portal address of the portal as recipients reach it
 * @param from sender of all e-mails
 * @param interval between two looks for due letters
 * @param firstPause after the first failed attempt; doubles from attempt to attempt
 * @param longestPause between two attempts
 * @param giveUpAfter a letter was ordered
 * @param remindBefore a request or an invitation expires
 * @param remindInterval between two looks for reminders that are due
 * @param keepPeople after a letter was sent or given up, the log says to whom it went
 */
@Validated
@ConfigurationProperties("servicepartner.delivery")
public record DeliverySettings(
        @NotNull URI portal,
        @NotBlank @Email String from,
        @NotNull Duration interval,
        @NotNull Duration firstPause,
        @NotNull Duration longestPause,
        @NotNull Duration giveUpAfter,
        @NotNull Duration remindBefore,
        @NotNull Duration remindInterval,
        @NotNull Duration keepPeople) {}

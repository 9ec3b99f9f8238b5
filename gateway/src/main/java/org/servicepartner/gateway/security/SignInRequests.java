package org.servicepartner.gateway.security;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Starts a sign-in in the page's language, for one of the actions a person may do on the way, and back to one of our pages. */
class SignInRequests implements OAuth2AuthorizationRequestResolver {

    /** What is passed on to the identity provider, and which values; everything else is left out. */
    private static final Map<String, Pattern> PASSED_ON = Map.of(
            "kc_action", Pattern.compile("CONFIGURE_TOTP|delete_credential:[0-9a-f-]{36}"),
            "ui_locales", Pattern.compile("en|de"));

    private final OAuth2AuthorizationRequestResolver usual;

    SignInRequests(IdentityProvider identityProvider) {
        this.usual = new DefaultOAuth2AuthorizationRequestResolver(
                identityProvider, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return withWishes(usual.resolve(request), request);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return withWishes(usual.resolve(request, registration), request);
    }

    private static @Nullable OAuth2AuthorizationRequest withWishes(
            @Nullable OAuth2AuthorizationRequest signIn, HttpServletRequest request) {
        if (signIn == null) {
            return null;
        }
        Map<String, Object> passedOn = new HashMap<>();
        PASSED_ON.forEach((name, values) -> {
            String value = request.getParameter(name);
            if (value != null && values.matcher(value).matches()) {
                passedOn.put(name, value);
            }
        });
        return OAuth2AuthorizationRequest.from(signIn)
                .additionalParameters(parameters -> parameters.putAll(passedOn))
                .attributes(attributes -> ReturnAddress.askedFor(request)
                        .ifPresent(address -> attributes.put(ReturnAddress.NAME, address.path())))
                .build();
    }
}

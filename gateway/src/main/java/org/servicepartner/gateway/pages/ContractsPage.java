package org.servicepartner.gateway.pages;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** What the running services promise to programs, in English and German. */
@Controller
class ContractsPage {

    private static final String ADDRESS = "/contracts";

    @GetMapping(ADDRESS)
    ResponseEntity<Resource> contracts(Locale locale) {
        Locale language = Locale.GERMAN.getLanguage().equals(locale.getLanguage()) ? Locale.GERMAN : Locale.ENGLISH;
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noCache())
                .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE)
                .body(new ClassPathResource("pages/contracts." + language.getLanguage() + ".html"));
    }

    /** The reader's choice (?lang=de, kept in a cookie) goes before what the browser asks for. */
    @Configuration(proxyBeanMethods = false)
    static class Language implements WebMvcConfigurer {

        @Bean
        LocaleResolver localeResolver() {
            CookieLocaleResolver resolver = new CookieLocaleResolver("lang");
            resolver.setCookieHttpOnly(true);
            resolver.setCookieSameSite("Lax");
            resolver.setRejectInvalidCookies(false);
            resolver.setDefaultLocaleFunction(Language::firstOfOurs);
            return resolver;
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            LocaleChangeInterceptor choice = new LocaleChangeInterceptor();
            choice.setParamName("lang");
            choice.setIgnoreInvalidLocale(true);
            registry.addInterceptor(choice).addPathPatterns(ADDRESS);
        }

        private static Locale firstOfOurs(HttpServletRequest request) {
            return Collections.list(request.getLocales()).stream()
                    .map(Locale::getLanguage)
                    .filter(List.of("en", "de")::contains)
                    .findFirst()
                    .map(Locale::of)
                    .orElse(Locale.ENGLISH);
        }
    }
}

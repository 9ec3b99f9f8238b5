package org.servicepartner.platform.sample;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.servicepartner.platform.security.OpenToEveryone;

@RestController
@RequestMapping("/api/public/sample")
@OpenToEveryone(because = "it says nothing")
class OpenController {
    @GetMapping
    String open() {
        return "open";
    }
}

package org.servicepartner.partner.web;

import java.time.Clock;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.servicepartner.partner.domain.PartnerCommand.SignNda;
import org.servicepartner.partner.domain.Signer;
import org.servicepartner.partner.nda.NdaDocument;
import org.servicepartner.partner.nda.NdaDocuments;
import org.servicepartner.partner.signing.KeptCopies;
import org.servicepartner.partner.signing.SignedCopy;
import org.servicepartner.partner.view.PartnerProfile;
import org.servicepartner.platform.security.Caller;

@RestController
@RequestMapping("/api/partner/v1/partner/nda")
@PartnerAdminsOnly
@Tag(name = "NDA", description = "The non-disclosure agreement: its text, the signature, the signed copy")
class NdaController {
    static final String LANGUAGES = "en|de";
    static final String NO_SUCH_LANGUAGE = "The NDA is there in English (en) and German (de).";

    private final PartnerDesk desk;
    private final NdaDocuments documents;
    private final KeptCopies copies;
    private final Clock clock;

    NdaController(PartnerDesk desk, NdaDocuments documents, KeptCopies copies, Clock clock) {
        this.desk = desk;
        this.documents = documents;
        this.copies = copies;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            operationId = "getNda",
            summary = "Shows the NDA that is offered for signature",
            description = "A signature repeats version, language and documentHash of the text that was shown.")
    @ApiResponse(responseCode = "200", description = "The current text")
    NdaDocument show(
            @RequestParam(defaultValue = "en") @Pattern(regexp = LANGUAGES, message = NO_SUCH_LANGUAGE)
                    String language) {
        return documents.in(language);
    }

    @PostMapping("/signature")
    @Operation(
            operationId = "signNda",
            summary = "Signs the NDA electronically and completes the step NDA",
            description =
                    "Makes the signed copy. Before its turn: 409 step-out-of-order with nextStep. If another text is"
                            + " offered by now: 409 nda-changed; load it again. Once the current version is signed, repeating"
                            + " it changes nothing.")
    @ApiResponse(responseCode = "200", description = "The partner after the step")
    PartnerProfile sign(@Valid @RequestBody NdaSignature signature, Caller caller, @AuthenticationPrincipal Jwt token) {
        return desk.send(
                new SignNda(
                        caller.tenantId(),
                        signature.edition(),
                        signature.company(),
                        new Signer(caller.userId(), token.getClaimAsString("email"), token.getClaimAsString("name")),
                        clock.instant()),
                caller);
    }

    @GetMapping(path = "/signed", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(
            operationId = "downloadSignedNda",
            summary = "Downloads the signed copy of the NDA",
            description =
                    "The newest one, a PDF with an electronic signature (PAdES). Without one: 404 nda-not-signed.")
    @ApiResponse(
            responseCode = "200",
            description = "The signed copy",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> download(Caller caller) {
        SignedCopy copy = copies.newest(caller.tenantId()).orElseThrow(Refusals::notSigned);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("service-partner-nda-" + copy.version() + ".pdf")
                                .build()
                                .toString())
                .body(copy.pdf());
    }
}

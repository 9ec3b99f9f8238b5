package org.servicepartner.partner.signing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.servicepartner.partner.domain.Agreement;
import org.servicepartner.partner.domain.SignedCopies;
import org.servicepartner.partner.nda.NdaDocuments;

/** Signed copies in the service's own database: the only place where they are, in no event and no message. */
public final class KeptCopies implements SignedCopies {
    private final NdaDocuments documents;
    private final CopyPdf pdf;
    private final Seal seal;
    private final JdbcClient jdbc;

    public KeptCopies(NdaDocuments documents, Typeface typeface, SigningKey key, JdbcClient jdbc) {
        this.documents = documents;
        this.pdf = new CopyPdf(typeface);
        this.seal = new Seal(key);
        this.jdbc = jdbc;
    }

    @Override
    public String keep(Agreement agreement) {
        String version = agreement.edition().version();
        String language = agreement.edition().language();
        String reason =
                new Words(language).of("reason", version, agreement.company().representative());
        byte[] copy = seal.seal(pdf.of(documents.in(language), agreement), reason, agreement.signedAt());
        String hash = sha256(copy);
        jdbc.sql("""
                        insert into signed_nda (partner_id, version, language, signed_at, sha256, content)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(agreement.partnerId(), version, language, Timestamp.from(agreement.signedAt()), hash, copy)
                .update();
        return hash;
    }

    /** The partner's newest copy, if it has signed. */
    public Optional<SignedCopy> newest(String partnerId) {
        return jdbc.sql("""
                        select version, content from signed_nda where partner_id = ? order by version desc limit 1
                        """)
                .param(partnerId)
                .query((row, n) -> new SignedCopy(row.getString("version"), row.getBytes("content")))
                .optional();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

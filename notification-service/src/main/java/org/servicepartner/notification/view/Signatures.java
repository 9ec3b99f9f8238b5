package org.servicepartner.notification.view;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.servicepartner.notification.domain.NdaSignature;
import org.servicepartner.notification.domain.User;

/** Signatures whose signer is still to be written to. */
public class Signatures {
    private final JdbcClient jdbc;

    public Signatures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void added(NdaSignature signature) {
        jdbc.sql("insert into signature_copy (cause_id, signer_id, signature) values (?, ?, ?::jsonb)"
                        + " on conflict do nothing")
                .params(signature.causeId(), signature.signerId(), Stored.json(signature))
                .update();
    }

    /** Nobody writes to the signer any more. */
    public void forget(UUID signerId) {
        jdbc.sql("update signature_copy set ordered = true, signature = '{}' where signer_id = ?")
                .param(signerId)
                .update();
    }

    /** Signatures whose signer's address is known; nobody gets them a second time, so here they are forgotten. */
    public List<Signed> takeThoseWithKnownSigner(int atMost) {
        return jdbc.sql("""
                with waiting as (
                    select s.cause_id, u.email, u.language, u.first_name
                    from signature_copy s join user_copy u on u.user_id = s.signer_id and u.email is not null
                    where not s.ordered limit ? for update of s skip locked)
                update signature_copy s set ordered = true, signature = '{}' from waiting where s.cause_id = waiting.cause_id
                returning old.signature, waiting.email, waiting.language, waiting.first_name
                """)
                .param(atMost)
                .query((row, n) ->
                        new Signed(Stored.facts(row.getString("signature"), NdaSignature.class), Users.user(row, n)))
                .list();
    }

    /** A signature and who signed. */
    public record Signed(NdaSignature signature, User signer) {}
}

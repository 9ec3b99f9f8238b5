package org.servicepartner.partner.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.servicepartner.partner.domain.PartnerEvent;
import org.servicepartner.partner.domain.PartnerEvent.DetailsChanged;
import org.servicepartner.partner.domain.PartnerEvent.Invited;
import org.servicepartner.partner.domain.PartnerEvent.NdaOutdated;
import org.servicepartner.partner.domain.PartnerEvent.NdaSigned;
import org.servicepartner.partner.domain.PartnerEvent.OnboardingAdvanced;
import org.servicepartner.partner.domain.PartnerEvent.PersonalDetailsGiven;
import org.servicepartner.platform.eventstore.Projection;
import org.servicepartner.platform.eventstore.RecordedEvent;
import org.servicepartner.platform.personaldata.PersonalData;
import org.servicepartner.platform.personaldata.PersonalDataKeys;

/** The profiles of all partners. */
public class PartnerView implements Projection {
    private final JdbcClient jdbc;
    private final PersonalDataKeys keys;

    public PartnerView(JdbcClient jdbc, PersonalDataKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    public Optional<PartnerProfile> profile(String partnerId) {
        return jdbc.sql("select * from partner_view where partner_id = ?")
                .param(partnerId)
                .query((row, n) -> profile(row))
                .optional();
    }

    /** Partners whose signature belongs to an older version than this and who are not asked for a new one yet. */
    public List<String> signedBefore(String version, int atMost) {
        return jdbc.sql("""
                        select partner_id from partner_view
                        where nda_version < ? and not 'NDA' = any(missing_steps)
                        order by partner_id limit ?
                        """).params(version, atMost).query(String.class).list();
    }

    /** As the view becomes when it is made anew from events that do not tell the person any more. */
    public void forget(String userId) {
        jdbc.sql("update partner_view set nda_signer_name = null where nda_signed_by = ?")
                .param(userId)
                .update();
        jdbc.sql("select team_email from partner_view where team_name is null").query(String.class).list().stream()
                .filter(invited -> keys.isOnlyOf(userId, invited))
                .forEach(invited -> jdbc.sql(
                                "update partner_view set team_email = ? where team_name is null and team_email = ?")
                        .params(PersonalData.ERASED, invited)
                        .update());
    }

    private static PartnerProfile profile(ResultSet row) throws SQLException {
        List<String> missingSteps =
                List.of((String[]) row.getArray("missing_steps").getArray());
        return new PartnerProfile(
                row.getString("partner_id"),
                row.getString("team_name"),
                row.getString("team_email"),
                missingSteps,
                row.getString("nda_version") == null ? null : nda(row, missingSteps.contains("NDA")));
    }

    private static SignedNda nda(ResultSet row, boolean outdated) throws SQLException {
        return new SignedNda(
                row.getString("nda_version"),
                row.getTimestamp("nda_signed_at").toInstant(),
                row.getString("nda_signed_by"),
                row.getString("nda_signer_name"),
                row.getString("nda_company_name"),
                row.getString("nda_street"),
                row.getString("nda_zip_city"),
                row.getString("nda_representative"),
                outdated);
    }

    @Override
    public String name() {
        return "partner-view";
    }

    @Override
    public void project(List<RecordedEvent> events) {
        for (RecordedEvent event : events) {
            project((PartnerEvent) event.payload());
        }
    }

    private void project(PartnerEvent event) {
        switch (event) {
            case Invited invited ->
                jdbc.sql("insert into partner_view (partner_id, team_email, missing_steps) values (?, ?, ?)")
                        .params(invited.partnerId(), invited.email(), array(invited.missingSteps()))
                        .update();
            case OnboardingAdvanced advanced -> missing(advanced.partnerId(), advanced.missingSteps());
            case PersonalDetailsGiven given -> {}
            case NdaSigned signed -> signed(signed);
            case NdaOutdated outdated -> missing(outdated.partnerId(), outdated.missingSteps());
            case DetailsChanged changed ->
                jdbc.sql("update partner_view set team_name = ?, team_email = ? where partner_id = ?")
                        .params(changed.teamName(), changed.teamEmail(), changed.partnerId())
                        .update();
        }
    }

    private void missing(String partnerId, List<String> steps) {
        jdbc.sql("update partner_view set missing_steps = ? where partner_id = ?")
                .params(array(steps), partnerId)
                .update();
    }

    private void signed(NdaSigned signed) {
        jdbc.sql("""
                        update partner_view
                        set nda_version = ?, nda_signed_at = ?, nda_signed_by = ?, nda_signer_name = ?,
                            nda_company_name = ?, nda_street = ?, nda_zip_city = ?, nda_representative = ?
                        where partner_id = ?
                        """)
                .params(
                        signed.version(),
                        Timestamp.from(signed.signedAt()),
                        signed.signedBy(),
                        PersonalData.ERASED.equals(signed.signerName()) ? null : signed.signerName(),
                        signed.companyName(),
                        signed.street(),
                        signed.zipCity(),
                        signed.representative(),
                        signed.partnerId())
                .update();
    }

    private static String[] array(List<String> steps) {
        return steps.toArray(String[]::new);
    }

    @Override
    public void clear() {
        jdbc.sql("delete from partner_view").update();
    }
}

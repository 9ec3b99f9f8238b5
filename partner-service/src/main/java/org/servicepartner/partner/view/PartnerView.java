package org.servicepartner.partner.view;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.servicepartner.partner.domain.PartnerEvent;
import org.servicepartner.partner.domain.PartnerEvent.DetailsChanged;
import org.servicepartner.partner.domain.PartnerEvent.Invited;
import org.servicepartner.partner.domain.PartnerEvent.OnboardingAdvanced;
import org.servicepartner.platform.eventstore.Projection;
import org.servicepartner.platform.eventstore.RecordedEvent;

/** The profiles of all partners. */
public class PartnerView implements Projection {
    private final JdbcClient jdbc;

    public PartnerView(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<PartnerProfile> profile(String partnerId) {
        return jdbc.sql("select team_name, team_email, missing_steps from partner_view where partner_id = ?")
                .param(partnerId)
                .query((row, n) -> new PartnerProfile(
                        partnerId, row.getString("team_name"), row.getString("team_email"), List.of((String[])
                                row.getArray("missing_steps").getArray())))
                .optional();
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
            case OnboardingAdvanced advanced ->
                jdbc.sql("update partner_view set missing_steps = ? where partner_id = ?")
                        .params(array(advanced.missingSteps()), advanced.partnerId())
                        .update();
            case DetailsChanged changed ->
                jdbc.sql("update partner_view set team_name = ?, team_email = ? where partner_id = ?")
                        .params(changed.teamName(), changed.teamEmail(), changed.partnerId())
                        .update();
        }
    }

    private static String[] array(List<String> steps) {
        return steps.toArray(String[]::new);
    }

    @Override
    public void clear() {
        jdbc.sql("delete from partner_view").update();
    }
}

package org.servicepartner.job.view;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.servicepartner.job.RunningJobService;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever changes what a partner's technicians see, the version of the list tells it. */
class VersionOfListTest extends RunningJobService {
    private final String partner = UUID.randomUUID().toString();
    private final String other = UUID.randomUUID().toString();
    private final String id = UUID.randomUUID().toString();

    @Autowired
    VisibleJobs jobs;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void a_job_that_comes_changes_moves_and_goes() {
        changes(
                partner,
                "insert into job_view values (:id, 'f', :partner, 'ASSIGNED', null, null, '{}', 0, now(), now(), 1, 1)");
        changes(partner, "update job_view set changed_index = 2 where job_id = :id and partner_id = :partner");
        long former = version(partner);
        changes(other, "update job_view set partner_id = :partner where job_id = :id");
        assertThat(version(partner)).isGreaterThan(former);
        changes(other, "update job_view set partner_id = null where job_id = :id and partner_id = :partner");
        changes(other, "update job_view set partner_id = :partner where job_id = :id");
        changes(other, "delete from job_view where job_id = :id and partner_id = :partner");
    }

    @Test
    void a_connection_that_comes_changes_and_goes() {
        changes(partner, "insert into connection_view values (:id, 'f', :partner, 'ACCEPTED', null, null, false, 1)");
        changes(
                partner,
                "update connection_view set state = 'DELETED' where connection_id = :id and partner_id = :partner");
        changes(partner, "delete from connection_view where connection_id = :id and partner_id = :partner");
    }

    @Test
    void what_is_rolled_back_has_not_changed_it() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            changes(
                    partner,
                    "insert into job_view values (:id, 'f', :partner, 'ASSIGNED', null, null, '{}', 0, now(), now(), 1, 1)");
            status.setRollbackOnly();
        });
        assertThat(version(partner)).isZero();
    }

    /** Runs the statement for the partner and finds that its list has another version, and that of a third one has not. */
    private void changes(String partnerId, String sql) {
        String third = UUID.randomUUID().toString();
        long before = version(partnerId);
        assertThat(jdbc.sql(sql).param("id", id).param("partner", partnerId).update())
                .isEqualTo(1);
        assertThat(version(partnerId)).isGreaterThan(before);
        assertThat(version(third)).isZero();
    }

    private long version(String partnerId) {
        return jobs.page(partnerId, null, Long.MAX_VALUE, 1).version();
    }
}

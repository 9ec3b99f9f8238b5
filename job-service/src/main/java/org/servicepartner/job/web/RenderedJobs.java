package org.servicepartner.job.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.util.DigestUtils;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.job.view.VisibleJob;
import org.servicepartner.job.view.VisibleJobs;
import org.servicepartner.job.view.VisibleJobs.Version;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What is shown of jobs, as JSON, kept from one list to the next: from one to the next few jobs change, and reading and writing
 * all of them again is most of what a list costs. Which jobs a list shows, and in which state, is asked of the database every time.
 */
public class RenderedJobs {
    private static final int CHARACTERS_KEPT = 8_000_000;

    private final VisibleJobs jobs;
    private final JsonMapper json;
    private final Cache<Version, Rendered> kept = Caffeine.newBuilder()
            .maximumWeight(CHARACTERS_KEPT)
            .weigher((Version version, Rendered rendered) -> rendered.json().length())
            .build();

    public RenderedJobs(VisibleJobs jobs, JsonMapper json) {
        this.jobs = jobs;
        this.json = json;
    }

    /** A job as JSON; equal digests mean equal JSON. */
    record Rendered(String json, String digest) {}

    /** The partner's jobs in this order; one that has changed meanwhile as it is now, and none that has been hidden meanwhile. */
    List<Rendered> of(String partnerId, List<Version> versions) {
        Map<String, Rendered> rendered = new HashMap<>();
        kept.getAllPresent(versions).forEach((version, known) -> rendered.put(version.jobId(), known));
        List<String> unknown = versions.stream()
                .map(Version::jobId)
                .filter(jobId -> !rendered.containsKey(jobId))
                .toList();
        if (!unknown.isEmpty()) {
            jobs.amongst(unknown).stream()
                    .filter(job -> job.partnerId().equals(partnerId))
                    .forEach(job -> rendered.put(job.jobId(), render(job)));
        }
        return versions.stream()
                .map(version -> rendered.get(version.jobId()))
                .filter(Objects::nonNull)
                .toList();
    }

    private Rendered render(VisibleJob job) {
        return kept.get(Version.of(job), first -> {
            byte[] bytes = json.writeValueAsBytes(job);
            return new Rendered(new String(bytes, UTF_8), DigestUtils.md5DigestAsHex(bytes));
        });
    }
}

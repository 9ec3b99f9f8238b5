package org.servicepartner.job.web;

import java.time.Duration;
import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.util.DigestUtils;

import org.servicepartner.job.domain.JobStatus;
import org.servicepartner.job.view.VisibleJobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

/**
 * Pages of the list of visible jobs, as JSON. A phone asks for its list again and again: a page is kept until something that the
 * partner's technicians see has changed.
 */
public class RenderedLists {
    private static final int BYTES_KEPT = 8_000_000;

    /** A page that is older names a position of the stream from which there is much to catch up. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final VisibleJobs jobs;
    private final RenderedJobs rendered;
    private final Cache<Key, Rendered> kept = Caffeine.newBuilder()
            .maximumWeight(BYTES_KEPT)
            .weigher((Key key, Rendered page) -> page.json().length)
            .expireAfterWrite(KEPT)
            .build();

    public RenderedLists(VisibleJobs jobs, RenderedJobs rendered) {
        this.jobs = jobs;
        this.rendered = rendered;
    }

    private record Key(String partnerId, @Nullable JobStatus status, long before, int limit) {}

    /**
     * @param version of the partner's list
     * @param asOf index of the last event that could have an influence on it
     */
    public record Rendered(long version, long asOf, String etag, byte[] json) {}

    /**
     * A page of the partner's visible jobs as it is now; see {@link VisibleJobs#page}.
     *
     * @param version of the partner's list, read after the page was asked for
     */
    public Rendered of(String partnerId, long version, @Nullable JobStatus status, long before, int limit) {
        Key key = new Key(partnerId, status, before, limit);
        Rendered known = kept.getIfPresent(key);
        if (known != null && known.version == version) {
            return known;
        }
        Rendered page = render(key);
        kept.put(key, page);
        return page;
    }

    private Rendered render(Key key) {
        VisibleJobs.Page found = jobs.page(key.partnerId, key.status, key.before, key.limit + 1);
        boolean more = found.jobs().size() > key.limit;
        List<VisibleJobs.Version> shown = more ? found.jobs().subList(0, key.limit) : found.jobs();
        String next = more ? Long.toString(shown.getLast().position()) : null;
        List<RenderedJobs.Rendered> page = rendered.of(key.partnerId, shown);
        return new Rendered(found.version(), found.asOf(), etag(page, next), json(page, next));
    }

    /** Weak: it says that the page shows the same, and a proxy that compresses the page may pass it on. */
    private static String etag(List<RenderedJobs.Rendered> page, @Nullable String nextCursor) {
        String digests = page.stream().map(RenderedJobs.Rendered::digest).collect(joining(",", "", "," + nextCursor));
        return "W/\"" + DigestUtils.md5DigestAsHex(digests.getBytes(UTF_8)) + "\"";
    }

    /** As the controller's contract says. */
    private static byte[] json(List<RenderedJobs.Rendered> page, @Nullable String nextCursor) {
        String jobs = page.stream().map(RenderedJobs.Rendered::json).collect(joining(",", "{\"jobs\":[", "]"));
        return (jobs + (nextCursor == null ? "}" : ",\"nextCursor\":\"" + nextCursor + "\"}")).getBytes(UTF_8);
    }
}

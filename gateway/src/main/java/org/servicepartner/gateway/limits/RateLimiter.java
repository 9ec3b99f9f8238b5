package org.servicepartner.gateway.limits;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;

import org.servicepartner.gateway.GatewayProperties.Rate;
import org.servicepartner.gateway.GatewayProperties.RatePerMinute;

/** One bucket per caller, forgotten once the caller has been quiet for so long that its bucket is full again. */
class RateLimiter {

    private static final int CALLERS_REMEMBERED = 50_000;

    private final LoadingCache<String, Bucket> buckets;

    RateLimiter(Rate rate) {
        this(rate.perSecond(), Duration.ofSeconds(1), rate.burst());
    }

    RateLimiter(RatePerMinute rate) {
        this(rate.perMinute(), Duration.ofMinutes(1), rate.burst());
    }

    private RateLimiter(long requests, Duration period, long burst) {
        Duration untilFull = period.multipliedBy(burst).dividedBy(requests).plusSeconds(1);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(CALLERS_REMEMBERED)
                .expireAfterAccess(untilFull)
                .build(caller -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(requests, period))
                        .build());
    }

    /** How long the caller must wait before its request is accepted; zero when it is accepted now. */
    Duration waitOf(String caller) {
        ConsumptionProbe probe = buckets.get(caller).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }
}

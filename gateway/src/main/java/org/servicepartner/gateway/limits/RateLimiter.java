package org.servicepartner.gateway.limits;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;

import org.servicepartner.gateway.GatewayProperties.Rate;

/** One bucket per caller, forgotten once the caller has been quiet for so long that its bucket is full again. */
class RateLimiter {

    private static final int CALLERS_REMEMBERED = 50_000;

    private final LoadingCache<String, Bucket> buckets;

    RateLimiter(Rate rate) {
        Duration untilFull = Duration.ofSeconds(1 + rate.burst() / rate.perSecond());
        this.buckets = Caffeine.newBuilder()
                .maximumSize(CALLERS_REMEMBERED)
                .expireAfterAccess(untilFull)
                .build(caller -> Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                        .build());
    }

    /** How long the caller must wait before its request is accepted; zero when it is accepted now. */
    Duration waitOf(String caller) {
        ConsumptionProbe probe = buckets.get(caller).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }
}

package org.servicepartner.benchmark;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param warmUpRounds throughput rounds that do not count, for each of the two: for the first dozen the compiler takes up to a quarter of the processors, and
 *     a twentieth until the 20th
 * @param rounds throughput rounds that count, for each of the two
 * @param jobsPerRound messages that wait when a round starts
 * @param warmUpTime at a steady rate before the rounds that count: the compiler needs minutes for what runs 200 times a second
 * @param latencyRounds rounds at a steady rate
 * @param latencyTime length of such a round
 * @param repetitions how often a connection is accepted and deleted
 * @param fewJobs size of the small fleet
 * @param manyJobs size of the large fleet
 * @param partners that have phones following live
 * @param phonesPerPartner that follow live
 * @param listedJobs of the partner whose list is asked for
 * @param listingTime length of a round of asking for the list
 */
record Scale(
        int warmUpRounds,
        int rounds,
        int jobsPerRound,
        Duration warmUpTime,
        int latencyRounds,
        Duration latencyTime,
        int repetitions,
        int fewJobs,
        int manyJobs,
        int partners,
        int phonesPerPartner,
        int listedJobs,
        Duration listingTime) {

    static final int JOBS_PER_SECOND = 200;

    static Scale full() {
        return new Scale(
                30,
                7,
                20_000,
                Duration.ofSeconds(150),
                5,
                Duration.ofSeconds(15),
                5,
                100,
                100_000,
                200,
                10,
                10_000,
                Duration.ofSeconds(5));
    }

    static Scale quick() {
        return new Scale(
                1,
                1,
                2_000,
                Duration.ofSeconds(3),
                1,
                Duration.ofSeconds(3),
                1,
                100,
                2_000,
                10,
                10,
                1_000,
                Duration.ofSeconds(1));
    }
}

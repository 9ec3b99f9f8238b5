package org.servicepartner.platform.personaldata;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.servicepartner.platform.startup.StartupTask;

/** After a change of the master key, wraps with the new one what another has wrapped, before anything asks for a key. */
final class MasterKeyRotation implements StartupTask {
    private static final Logger LOG = LoggerFactory.getLogger(MasterKeyRotation.class);

    private final PersonalDataKeys keys;

    MasterKeyRotation(PersonalDataKeys keys) {
        this.keys = keys;
    }

    @Override
    public void run() {
        int rewrapped = keys.rewrap();
        if (rewrapped > 0) {
            LOG.info("{} keys of people are wrapped by another master key now", rewrapped);
        }
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}

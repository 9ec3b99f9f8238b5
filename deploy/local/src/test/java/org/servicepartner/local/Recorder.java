package org.servicepartner.local;

import java.util.List;

/** Remembers what a stack tells. */
record Recorder(List<String> told) implements Progress {

    @Override
    public void starting(String component) {
        told.add("starting " + component);
    }

    @Override
    public void ready(String component) {
        told.add("ready " + component);
    }

    @Override
    public void crashed(String component, String sentence) {
        told.add("crashed " + component + " " + sentence);
    }
}

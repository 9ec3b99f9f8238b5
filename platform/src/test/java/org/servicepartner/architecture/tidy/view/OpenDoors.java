package org.servicepartner.architecture.tidy.view;

import java.util.List;

public record OpenDoors(List<String> doorIds) {}

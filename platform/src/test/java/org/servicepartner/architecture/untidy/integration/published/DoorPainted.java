package org.servicepartner.architecture.untidy.integration.published;

import java.util.List;

import org.servicepartner.architecture.untidy.domain.Door;

public record DoorPainted(String doorId, List<Door.Colour> colours) {}

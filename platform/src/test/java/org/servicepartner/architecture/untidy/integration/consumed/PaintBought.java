package org.servicepartner.architecture.untidy.integration.consumed;

import org.servicepartner.architecture.untidy.domain.Door;

record PaintBought(Door.Colour[] colours) {}

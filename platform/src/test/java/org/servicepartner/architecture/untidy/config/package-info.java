/** The package config of the untidy sample. */
@NullMarked
package org.servicepartner.architecture.untidy.config;

import org.jspecify.annotations.NullMarked;

/**
 * Enrollments that never were, with thousands of resources, and the services that report their
 * usage in every format, true to the digit or wrong on purpose. Neighbours: core's {@code usage}
 * only.
 */
@NullMarked
package com.contoso.tollbooth.local.usage.simulator;

import org.jspecify.annotations.NullMarked;

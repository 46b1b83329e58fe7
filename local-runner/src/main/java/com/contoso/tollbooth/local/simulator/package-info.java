/**
 * Booths that upload photos they draw, with the true plate beside each. Neighbours: core's {@code
 * plate} only.
 */
@NullMarked
package com.contoso.tollbooth.local.simulator;

import org.jspecify.annotations.NullMarked;

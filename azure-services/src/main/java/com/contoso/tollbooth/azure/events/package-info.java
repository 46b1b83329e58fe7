/** Facts told through Event Grid. Neighbours: core only. */
@NullMarked
package com.contoso.tollbooth.azure.events;

import org.jspecify.annotations.NullMarked;

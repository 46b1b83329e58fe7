/**
 * What happens to a message of the photo queue: which photo it means, what is done when its photo
 * cannot be read now, later or ever. Neighbours: core and {@code storage}.
 */
@NullMarked
package com.contoso.tollbooth.azure.intake;

import org.jspecify.annotations.NullMarked;

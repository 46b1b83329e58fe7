/**
 * What {@code ./tollbooth} can be told to do. Neighbours: the API by HTTP, and the application to
 * start it.
 */
@NullMarked
package com.contoso.tollbooth.local.cli;

import org.jspecify.annotations.NullMarked;

/** Keeps the one state of each passage. Imports only {@code plate}. */
@NullMarked
package com.contoso.tollbooth.registry;

import org.jspecify.annotations.NullMarked;

/**
 * Holds the photo store against the registry and re-drives what is missing. Imports only {@code
 * plate}.
 */
@NullMarked
package com.contoso.tollbooth.reconciliation;

import org.jspecify.annotations.NullMarked;

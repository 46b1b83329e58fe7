/** The functions that Azure calls: each binds, translates, and makes one call. */
@NullMarked
package com.contoso.tollbooth.azure.handlers;

import org.jspecify.annotations.NullMarked;

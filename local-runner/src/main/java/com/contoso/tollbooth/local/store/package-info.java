/** The ports over one SQLite database. Neighbours: core only. */
@NullMarked
package com.contoso.tollbooth.local.store;

import org.jspecify.annotations.NullMarked;

/** Billing's files in a folder. Neighbours: core only. */
@NullMarked
package com.contoso.tollbooth.local.drop;

import org.jspecify.annotations.NullMarked;

/** The usage pipeline's files and small stores in folders. Neighbours: core only. */
@NullMarked
package com.contoso.tollbooth.local.usage;

import org.jspecify.annotations.NullMarked;

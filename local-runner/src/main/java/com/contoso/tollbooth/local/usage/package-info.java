/** The ports of the usage pipeline over this machine: folders and a database of its own. */
@NullMarked
package com.contoso.tollbooth.local.usage;

import org.jspecify.annotations.NullMarked;

/** The lobby: imports every room and composes the functions that cross rooms. */
@NullMarked
package com.contoso.tollbooth;

import org.jspecify.annotations.NullMarked;

/** Reading to decision: who may be billed without a person looking. Imports only {@code plate}. */
@NullMarked
package com.contoso.tollbooth.routing;

import org.jspecify.annotations.NullMarked;

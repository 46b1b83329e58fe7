/** stub */
@org.jspecify.annotations.NullMarked
package com.contoso.tollbooth.usage.split;

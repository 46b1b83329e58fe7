/** Has a month's report fetched and stored whole. Imports only the words of {@code usage}. */
@NullMarked
package com.contoso.tollbooth.usage.retrieve;

import org.jspecify.annotations.NullMarked;

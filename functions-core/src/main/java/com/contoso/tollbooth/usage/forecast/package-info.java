/**
 * Where a month's cost is heading, how far that can be trusted, and which days depart from their
 * pattern. Imports only the words of {@code usage}.
 */
@NullMarked
package com.contoso.tollbooth.usage.forecast;

import org.jspecify.annotations.NullMarked;

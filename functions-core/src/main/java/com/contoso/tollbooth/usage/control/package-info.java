/**
 * Decides which months of which enrollments are to be fetched, each once. Imports only the words of
 * {@code usage}.
 */
@NullMarked
package com.contoso.tollbooth.usage.control;

import org.jspecify.annotations.NullMarked;

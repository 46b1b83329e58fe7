/**
 * Splits a month's report into one file for each day, whatever its format, and reads a day file
 * back line by line. Imports only the words of {@code usage}.
 *
 * <p>An element that cannot be processed is rejected on its own: it is kept as it came, with its
 * number and the reason, in {@code errors/}, and the others go on. A report that is not whole is
 * refused as a whole, because nobody can say what it lacks. {@link
 * com.contoso.tollbooth.usage.split.LineFacts} alone decides what a line needs, for the split and
 * for the reading of a day file alike, so that no fault appears first in the reading.
 */
@NullMarked
package com.contoso.tollbooth.usage.split;

import org.jspecify.annotations.NullMarked;

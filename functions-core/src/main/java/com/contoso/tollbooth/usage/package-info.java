/**
 * The words of the usage pipeline, which knows no plates: enrollments, usage lines, days, months,
 * and the ports that more than one of its steps needs. Imports no other room; its steps are the
 * packages below it, each of which imports this one.
 */
@NullMarked
package com.contoso.tollbooth.usage;

import org.jspecify.annotations.NullMarked;

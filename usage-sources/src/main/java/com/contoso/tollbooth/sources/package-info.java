/**
 * Fetches usage reports from the retired enterprise and consumption services, from Cost Details and
 * from a folder. Neighbours: core's {@code usage} and {@code usage.retrieve} only; both hosts use
 * it.
 */
@NullMarked
package com.contoso.tollbooth.sources;

import org.jspecify.annotations.NullMarked;

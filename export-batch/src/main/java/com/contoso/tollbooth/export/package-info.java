/**
 * The hourly billing export as a Spring Batch job: what it reads, writes, publishes, and its
 * history. Imports core's {@code billing} and {@code plate}.
 */
@NullMarked
package com.contoso.tollbooth.export;

import org.jspecify.annotations.NullMarked;

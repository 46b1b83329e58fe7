/**
 * FOCUS as Parquet: money and quantities as decimals, times as UTC. Neighbours: core's {@code
 * usage.focus} only.
 */
@NullMarked
package com.contoso.tollbooth.focus;

import org.jspecify.annotations.NullMarked;

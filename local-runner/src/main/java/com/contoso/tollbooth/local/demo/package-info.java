/**
 * Two simulated months of usage, played through the real pipeline and checked against the truth.
 */
@NullMarked
package com.contoso.tollbooth.local.demo;

import org.jspecify.annotations.NullMarked;

/** Measures the product beside what it stands on, in one run; never a test. */
@NullMarked
package com.contoso.tollbooth.benchmarks;

import org.jspecify.annotations.NullMarked;

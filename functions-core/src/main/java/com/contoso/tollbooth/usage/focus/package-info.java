/**
 * The month's ledger as a FOCUS 1.2 Cost and Usage dataset, for whatever tool finance uses. Imports
 * only the words of {@code usage}.
 *
 * <p>The reports know one price, so the four costs of FOCUS are equal: what is billed is what was
 * contracted, listed and amortised. Columns for unit prices, commitments and capacity reservations,
 * which FOCUS asks for only of those who supply such figures, are left out.
 */
@NullMarked
package com.contoso.tollbooth.usage.focus;

import org.jspecify.annotations.NullMarked;

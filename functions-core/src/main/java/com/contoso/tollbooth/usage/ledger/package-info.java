/**
 * The usage ledger: which line is which, what changed, and what a month's state is. Imports only
 * the words of {@code usage}.
 */
@NullMarked
package com.contoso.tollbooth.usage.ledger;

import org.jspecify.annotations.NullMarked;

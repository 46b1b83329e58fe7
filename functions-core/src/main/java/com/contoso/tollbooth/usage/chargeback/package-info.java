/**
 * Who pays: chargeback by versioned rules, breakdowns by what finance asks for, saved views. Money
 * is exact to the last digit and currencies are never added. Imports only the words of {@code
 * usage}.
 */
@NullMarked
package com.contoso.tollbooth.usage.chargeback;

import org.jspecify.annotations.NullMarked;

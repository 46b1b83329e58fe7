/**
 * Mails to customer service by SMTP, Office 365 or any other server. Neighbours: core only.
 *
 * <p>A mail is delivered once its server has answered the text with 250. Everything else throws,
 * and the repetition carries the same Message-ID: if only the answer was lost, the receiver can
 * tell that the second mail is the first.
 */
@NullMarked
package com.contoso.tollbooth.azure.mail;

import org.jspecify.annotations.NullMarked;

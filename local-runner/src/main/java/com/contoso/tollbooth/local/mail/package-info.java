/** Mails to customer service, into a folder or to an SMTP server. Neighbours: core only. */
@NullMarked
package com.contoso.tollbooth.local.mail;

import org.jspecify.annotations.NullMarked;

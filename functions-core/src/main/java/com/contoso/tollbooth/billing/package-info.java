/** The export's language: windows, plates, manifest, mails. Imports only {@code plate}. */
@NullMarked
package com.contoso.tollbooth.billing;

import org.jspecify.annotations.NullMarked;

/**
 * Photo to reading: admits a photo, has its text read, finds the plates in it. Imports only {@code
 * plate}.
 */
@NullMarked
package com.contoso.tollbooth.recognition;

import org.jspecify.annotations.NullMarked;

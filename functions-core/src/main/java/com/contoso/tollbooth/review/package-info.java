/** What people do with the photos a machine doubted. Imports only {@code plate}. */
@NullMarked
package com.contoso.tollbooth.review;

import org.jspecify.annotations.NullMarked;

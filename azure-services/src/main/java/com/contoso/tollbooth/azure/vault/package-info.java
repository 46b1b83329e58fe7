/** The keys of enrollments from Azure Key Vault. Neighbours: core only. */
@NullMarked
package com.contoso.tollbooth.azure.vault;

import org.jspecify.annotations.NullMarked;

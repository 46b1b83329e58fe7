/** The production host: wires core and export-batch to Azure's services. */
@NullMarked
package com.contoso.tollbooth.azure;

import org.jspecify.annotations.NullMarked;

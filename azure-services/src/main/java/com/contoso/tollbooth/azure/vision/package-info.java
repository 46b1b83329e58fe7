/** OCR by Azure AI Vision. Neighbours: core only. */
@NullMarked
package com.contoso.tollbooth.azure.vision;

import org.jspecify.annotations.NullMarked;

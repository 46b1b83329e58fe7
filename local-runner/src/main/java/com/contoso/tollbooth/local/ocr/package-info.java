/** Watches the OCR engine at work. Neighbours: core and the offline OCR. */
@NullMarked
package com.contoso.tollbooth.local.ocr;

import org.jspecify.annotations.NullMarked;

/**
 * The JSON API, written once: what each operation of {@code tollbooth/openapi.yaml} takes and
 * answers. A host brings HTTP. Neighbours: core and export-batch.
 */
@NullMarked
package com.contoso.tollbooth.api;

import org.jspecify.annotations.NullMarked;

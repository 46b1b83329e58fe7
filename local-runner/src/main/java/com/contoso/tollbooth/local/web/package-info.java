/**
 * The JSON API, the live stream and the static pages. Neighbours: core, export-batch, and the local
 * rooms' read sides.
 */
@NullMarked
package com.contoso.tollbooth.local.web;

import org.jspecify.annotations.NullMarked;

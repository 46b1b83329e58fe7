/**
 * The shared API over servlets, what only this host answers (live stream, mailbox, simulator), and
 * the static pages. Neighbours: core, http-api, and the local rooms' read sides.
 */
@NullMarked
package com.contoso.tollbooth.local.web;

import org.jspecify.annotations.NullMarked;

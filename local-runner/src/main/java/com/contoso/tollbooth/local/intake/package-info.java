/**
 * Photos arrive: the folder that is the photo store, its watcher, and uploads. Neighbours: core
 * only.
 */
@NullMarked
package com.contoso.tollbooth.local.intake;

import org.jspecify.annotations.NullMarked;

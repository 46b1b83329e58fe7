/**
 * The ports over Azure's services, for whoever asks by profile. Neighbours: core, azure-services,
 * and the rooms whose place is taken.
 */
@NullMarked
package com.contoso.tollbooth.local.azure;

import org.jspecify.annotations.NullMarked;

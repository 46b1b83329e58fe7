/**
 * Documents in containers of Azure Cosmos DB: one call each, patient, and with its request charge
 * told. What the rooms over that database share; it knows none of them.
 */
@NullMarked
package com.contoso.tollbooth.azure.items;

import org.jspecify.annotations.NullMarked;

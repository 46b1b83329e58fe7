/**
 * The ports of the usage pipeline over this machine: folders, and SQLite databases of its own, so
 * that plates and usage never wait for each other. Neighbours: core only.
 */
@NullMarked
package com.contoso.tollbooth.local.usage;

import org.jspecify.annotations.NullMarked;

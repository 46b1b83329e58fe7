/**
 * Words every room shares: the messages and values of the plate pipeline. Imports no other room.
 */
@NullMarked
package com.contoso.tollbooth.plate;

import org.jspecify.annotations.NullMarked;

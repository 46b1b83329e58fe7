/**
 * Durable events: a journal in the store's database, and the workers that hand its deliveries to
 * their subscribers. Neighbours: core only.
 */
@NullMarked
package com.contoso.tollbooth.local.broker;

import org.jspecify.annotations.NullMarked;

package com.contoso.tollbooth.local.broker;

import com.contoso.tollbooth.plate.PassageId;

/**
 * One event on its way to one subscriber.
 *
 * @param number rises with the order of publishing
 * @param attempts that failed so far
 */
record Delivery(long number, PassageId passage, String event, int attempts) {}

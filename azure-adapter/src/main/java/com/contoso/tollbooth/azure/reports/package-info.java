/**
 * Takes the usage pipeline from queue to queue. Imports core and the adapters' queues and files.
 */
@NullMarked
package com.contoso.tollbooth.azure.reports;

import org.jspecify.annotations.NullMarked;

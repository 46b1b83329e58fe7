/**
 * Azure Cosmos DB for NoSQL in a test's own process: the gateway's REST protocol over HTTPS, two
 * physical partitions, the documented status codes and faults on demand.
 */
package com.contoso.tollbooth.azure.testkit.cosmos;

/**
 * The ports of the usage pipeline over Azure Cosmos DB for NoSQL. Neighbours: core and {@code
 * items} only.
 *
 * <h2>Containers</h2>
 *
 * <ul>
 *   <li>{@code Enrollments}, partition key {@code /enrollmentNumber}: a document for each, as the
 *       prototype had it. They are read one at a time or all, and are few.
 *   <li>{@code JobLog}, partition key {@code /fetch}, which is {@code {enrollment}|{yyyy-MM}}: an
 *       item for each record. What decides who does the work, the claims of a month and the steps
 *       of a run, is read in one partition; a partition holds the 40 records a day that one month
 *       takes until it closes. What the page lists is read over all of them by an index.
 * </ul>
 */
@NullMarked
package com.contoso.tollbooth.azure.usage;

import org.jspecify.annotations.NullMarked;

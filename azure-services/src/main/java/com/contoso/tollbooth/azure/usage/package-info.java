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
 *   <li>{@code DetailedUsageData}, partition key {@code /partition}: the ledger, below.
 * </ul>
 *
 * <h2>The ledger's partitions</h2>
 *
 * <ul>
 *   <li>{@code {subscriptionId}|{yyyy-MM-dd}}, a <em>sheet</em>: a subscription's lines of a day,
 *       and for each enrollment a <em>fence</em>. Not the subscription alone: a partition key holds
 *       at most 20 GB and bears 10,000 request units a second, and a subscription with ten million
 *       lines a month has 15 GB of them each month, but 330,000 lines, half a gigabyte, a day. Each
 *       query names days, and a reader's rights are the beginning of a key.
 *   <li>{@code {enrollment}|{yyyy-MM}}: the head of each day, the rollups of its sheets, the
 *       month's state and its restatements, so that a day and what it does to its month are
 *       committed in one transaction.
 *   <li>{@code months}: which months of which enrollments there are.
 * </ul>
 *
 * <h2>How a day is applied</h2>
 *
 * A day has generations. (1) A worker reads the head and, unless it has the very digest, announces
 * in it the next generation, its run and the sheets that will change; guarded by ETag. (2) For each
 * such sheet it moves the fence to its generation, compares ids and digests by one query in the
 * partition, and writes what is new or changed, then what vanished, in transactional batches, each
 * of which replaces the fence it knows: a slower worker's batch fails with 412 as soon as another
 * has the sheet. (3) It writes the rollups of those sheets under the generation's name. (4) It
 * commits the head: digest, run, generation, totals, which rollups count; with it, of a closed
 * month, the restatement and the month's state. Then the old rollups are deleted.
 *
 * <ul>
 *   <li><em>What readers see</em>: an item keeps, beside how its line stands since its generation,
 *       how it stood in those that were committed within {@code tollbooth.usage.longest-read}, and
 *       in the one before. Readers take the head first and read each line as of the head's
 *       generation: a day changes for them in one moment, (4), lines and rollups alike, however
 *       often it is committed while they read on. Who reads for longer than that fails rather than
 *       mixes two days.
 *   <li><em>Dies anywhere before (4)</em>: nobody has seen anything. The announcement stays; the
 *       next worker, of this run or a later one, does not trust the digests of the announced sheets
 *       and compares them line by line. What is there already it leaves.
 *   <li><em>Twice at once</em>: the later announcement has the greater generation and takes the
 *       fences; the other finds itself overtaken and begins anew, to find the day done.
 *   <li><em>An older run</em> than the one committed or announced changes nothing.
 *   <li><em>Restatements</em> are counted from what items say of before, just ahead of (4); so they
 *       are whole though the first half was written by a worker that died, and entered once.
 * </ul>
 *
 * All of it goes through one {@link com.contoso.tollbooth.azure.items.RequestBudget}, {@code
 * tollbooth.usage.ru-per-second}; readers are not held up. Batches are cut so small that each takes
 * at most half of a second's budget. Batches go one after another: at 20 ms each that is 3,000
 * lines a second, more than 10,000 request units bear.
 *
 * <h2>Indexes</h2>
 *
 * Ids, the generation and the five elements that a page is narrowed by; nothing else, since each
 * makes a line dearer to write. Decimals are texts: the database's numbers have 17 digits.
 */
@NullMarked
package com.contoso.tollbooth.azure.usage;

import org.jspecify.annotations.NullMarked;

/**
 * The ports over Azure Cosmos DB for NoSQL. Neighbours: core only.
 *
 * <h2>Containers</h2>
 *
 * <ul>
 *   <li>{@code passages}, partition key {@code /id}: one document for each passage with all that is
 *       known of it, its review included. Saving by passage id is a point write, guarded by the
 *       ETag of what was read, so a transition happens once whoever else is at it. The review desk
 *       and the pages read it by indexed queries.
 *   <li>{@code ledger}, partition key {@code /slot}: one item for each billable plate, created and
 *       never changed. A slot is a recording hour and a bucket, {@code yyyyMMddHH-bbb}; the bucket
 *       is drawn from the passage id, so the running hour has no hot partition. An export reads the
 *       slots of its window and nothing else: no scan across partitions, no write for each row.
 *   <li>{@code exports}, partition key {@code /id}: the document {@code ledger} with the closing
 *       time of the last window, the windows that billing has not got yet and the rows it has; and
 *       the document {@code conditions}.
 * </ul>
 *
 * No plate stands in an id or a partition key.
 *
 * <h2>Why a plate is in exactly one window</h2>
 *
 * A plate becomes billable in three writes, in this order: (1) the passage document, from the state
 * that was read, with a recording time and {@code entered = false}; (2) the ledger item, under the
 * passage id, in the slot of that time; (3) the passage document, {@code entered = true}. The
 * recording time is the writer's clock, but never before the last closing time, which the writer
 * reads first: a clock that lags or jumps back puts no plate into a closed window.
 *
 * <ul>
 *   <li><em>Twice</em>: the second call finds the passage decided. Whoever repeats (2) finds the
 *       item there: its id and slot follow from the passage document alone.
 *   <li><em>Dies between (1) and (2)</em>: the message is delivered again, or reconciliation tells
 *       the fact again; that call finds {@code entered = false} and goes on. If that is later than
 *       half the safety margin after the recording time and the item is not there, the passage is
 *       given a new recording time first (ETag-guarded), because the old slot may be closed by now.
 *   <li><em>Late</em>: a window's closing time lies the safety margin (default 15 minutes) before
 *       the moment at which it is closed, by the database's clock or the exporter's, whichever is
 *       earlier. A writer looks at its clock before (2) and gives up a recording time that is older
 *       than half the margin. What is left is the time of one request in flight and the error of
 *       two clocks against half the margin (7.5 minutes): longer than a function may run (5
 *       minutes, see host.json), so a writer that hangs longer is no more.
 *   <li><em>A writer that hung after all</em> fails at (3), because the passage has moved, and
 *       takes its item back.
 *   <li><em>Clock ahead</em>: the plate is recorded in the future and exported when its time has
 *       come: late, not lost.
 * </ul>
 *
 * <h2>Status codes</h2>
 *
 * 404: it is not there. 409: it is there already, which is what an idempotent create wants. 412:
 * someone else was faster; read again and decide again. 408, 410, 429, 449, 500 and 503 pass: each
 * call is tried again for some seconds, waiting as long as the service asks, and then fails its
 * message, which is delivered again. Every call is safe to repeat, even if it took effect before
 * its answer was lost.
 */
@NullMarked
package com.contoso.tollbooth.azure.cosmos;

import org.jspecify.annotations.NullMarked;

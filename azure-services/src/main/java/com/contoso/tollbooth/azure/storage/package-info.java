/**
 * The ports over Azure Storage. Neighbours: core only.
 *
 * <p>One account:
 *
 * <ul>
 *   <li>{@code photos}: {@code {boothId}/{yyyy}/{MM}/{dd}/{name}}, written by booths and by the
 *       upload operation, never replaced. The content tag of a photo is its ETag without quotes.
 *   <li>{@code exports}: {@code plates-{window}.csv} beside {@code plates-{window}.manifest.json}.
 *   <li>{@code deadletters}: one JSON blob for each message that was given up, written by Event
 *       Grid as {@code {topic}/{subscription}/{yyyy}/{MM}/{dd}/{HH}/{id}.json} and by this host as
 *       {@code photo-uploads/{passageId}.json}.
 *   <li>queue {@code photo-uploads}: Base64-encoded CloudEvents, from Event Grid and from this
 *       host.
 *   <li>{@code newdailyusage}, {@code newdailysplit}, {@code processedusage}, {@code errors},
 *       {@code usagereports}: the usage pipeline's files; {@code pricesheets}: what finance puts
 *       there.
 *   <li>queues {@code usage-fetches}, {@code usage-reports} and {@code usage-days}: a message for
 *       each month to fetch, each raw report (Event Grid's, when its blob is committed) and each
 *       day to enter into the ledger.
 * </ul>
 */
@NullMarked
package com.contoso.tollbooth.azure.storage;

import org.jspecify.annotations.NullMarked;

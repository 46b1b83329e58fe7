/**
 * Takes the usage pipeline from queue to queue. Imports core and the adapters' queues and files.
 *
 * <p>Why the bounds of host.json, made for photos, bear it: an instance handles at most four
 * messages of a queue at a time (batch size 2 and threshold 2), and functions scale each by itself.
 *
 * <ul>
 *   <li>{@code usage-fetches}: a message for each month of each enrollment, a few a day. A source
 *       that is down is tried five times a minute apart; then the run has failed, and the next
 *       controller, within the hour, begins another.
 *   <li>{@code usage-reports}: four reports at a time hold 4 x 31 blocks of 1 MB of the instance's
 *       2 GB. At 20 MB a second a function's five minutes see 6 GB of a report.
 *   <li>{@code usage-days}: all days of an instance share one budget of request units; with five
 *       instances, five budgets, 5,000 RU/s, which a serverless container bears. Five minutes at
 *       1,000 RU/s enter 45,000 new lines. A day with more is cut off and delivered again, up to
 *       five times, and each time goes on where it was: 200,000 lines. Beyond it, raise {@code
 *       usageRuPerSecond}.
 * </ul>
 */
@NullMarked
package com.contoso.tollbooth.azure.reports;

import org.jspecify.annotations.NullMarked;

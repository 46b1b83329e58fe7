/**
 * The usage ledger: which line is which, what changed, and what a month's state is. Imports only
 * the words of {@code usage}.
 *
 * <p><b>Which line is which.</b> Reports give their lines no id, and subscription, meter, resource
 * and date are shared by several lines of a real report. The four together, meter and resource
 * without regard to case, are a line's natural key; the lines of a day that share it are ranked by
 * all that is not a decimal, then by quantity, then by the rest. Natural key and rank are the
 * {@link com.contoso.tollbooth.usage.LineId}. So
 *
 * <ul>
 *   <li>the ids of a day are a function of the multiset of its lines: order does not matter;
 *   <li>two equal lines have two ranks, and both are kept;
 *   <li>a line whose quantity, price or any other element changed has its id still if it is the
 *       only one of its key, as most are, and is written over itself. Among several of one key the
 *       ranks may shift: then more of them are written than changed, and the day is right all the
 *       same;
 *   <li>an id that the newest report lacks has vanished and is retired.
 * </ul>
 *
 * <p><b>What changed.</b> Each line has a digest of all its elements and its price, each sheet (a
 * subscription's day) one of the ids and digests of its lines, each day one of its sheets. A day
 * with the stored digest is left alone, then each sheet, then each line. Rates need no digest of
 * their own: a rate that prices a line anew changes the line's digest, and one that does not
 * changes nothing. Decimals are compared and kept by value: 1.50 is 1.5.
 *
 * <p><b>Which report is the newest.</b> Runs order reports. The ledger's day is that of the newest
 * run, so two deliveries may come in any order, overlap, or come twice. One exception: while lines
 * of a day's report were rejected, nothing of that day is retired, so what such a report lacks is
 * what earlier ones left there. Nor does one of its lines take the place of another that it lacks:
 * where it has fewer lines of a natural key than the ledger, a line that is known to the last digit
 * keeps its id.
 */
@NullMarked
package com.contoso.tollbooth.usage.ledger;

import org.jspecify.annotations.NullMarked;

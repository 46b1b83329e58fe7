package com.contoso.tollbooth.azure.usage;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.azure.items.Items;
import com.contoso.tollbooth.azure.items.Pause;
import com.contoso.tollbooth.billing.Notice;
import com.contoso.tollbooth.billing.Notices;
import com.contoso.tollbooth.usage.UsageMail;
import com.contoso.tollbooth.usage.UsageMails;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;

/**
 * Sends mails of the usage pipeline the way notices go. A note says who sends a mail, and then that
 * it was sent: of two at once one sends and the other waits for it. One that was sent just before a
 * crash is sent again with the same Message-ID.
 */
public final class CosmosUsageMails implements UsageMails {
  private static final String PARTITION = "mails";
  private static final String SENDER = "sender";
  private static final String SINCE = "since";
  private static final String SENT = "sent";

  /**
   * After so long its sender is taken for dead: an SMTP server that answers each command just in
   * time takes less, and a function that waits for it stays within its five minutes.
   */
  private static final Duration LONGEST_SENDING = Duration.ofMinutes(2);

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final Items items;
  private final Notices notices;
  private final InstantSource clock;
  private final Pause pause;

  /**
   * @param pause how to wait: with the clock
   */
  public CosmosUsageMails(UsageStore store, Notices notices, InstantSource clock, Pause pause) {
    items = store.ledgerReads();
    this.notices = notices;
    this.clock = clock;
    this.pause = pause;
  }

  /** What the note says when it is read decides, so a write whose answer was lost counts too. */
  @Override
  public void send(UsageMail mail) {
    String me = UUID.randomUUID().toString();
    Item first = Item.named(name(mail)).with(LedgerNames.PARTITION, PARTITION);
    while (true) {
      Item note = items.read(first.id(), PARTITION).orElse(null);
      if (note == null) {
        var unused = items.create(taken(first, me), PARTITION);
      } else if (note.get(SENT) != null) {
        return;
      } else if (note.is(SENDER, me)) {
        send(mail, note);
        return;
      } else if (isGivenUp(note)) {
        var unused = items.replace(taken(note, me), PARTITION);
      } else {
        pause.forTime(LOOK_AGAIN);
      }
    }
  }

  private static String name(UsageMail mail) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(mail.id().getBytes(StandardCharsets.UTF_8));
  }

  private Item taken(Item note, String by) {
    return note.with(SENDER, by).with(SINCE, clock.instant().toString());
  }

  private boolean isGivenUp(Item note) {
    return !Instant.parse(note.text(SINCE)).plus(LONGEST_SENDING).isAfter(clock.instant());
  }

  private void send(UsageMail mail, Item note) {
    try {
      notices.send(new Notice(mail.id(), mail.subject(), mail.text()));
    } catch (RuntimeException refused) {
      var unused = items.replace(note.with(SINCE, Instant.EPOCH.toString()), PARTITION);
      throw refused;
    }
    var unused = items.replace(note.with(SENT, clock.instant().toString()), PARTITION);
  }
}

package com.contoso.tollbooth.azure.usage;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.azure.items.Items;
import com.contoso.tollbooth.billing.Notice;
import com.contoso.tollbooth.billing.Notices;
import com.contoso.tollbooth.usage.UsageMail;
import com.contoso.tollbooth.usage.UsageMails;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;

/**
 * Sends mails of the usage pipeline the way notices go, and notes which were sent. One that was
 * sent just before a crash is sent again with the same Message-ID.
 */
public final class CosmosUsageMails implements UsageMails {
  private static final String PARTITION = "mails";

  private final Items items;
  private final Notices notices;
  private final InstantSource clock;

  public CosmosUsageMails(UsageStore store, Notices notices, InstantSource clock) {
    items = store.ledgerReads();
    this.notices = notices;
    this.clock = clock;
  }

  @Override
  public void send(UsageMail mail) {
    String name =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(mail.id().getBytes(StandardCharsets.UTF_8));
    if (items.read(name, PARTITION).isPresent()) {
      return;
    }
    notices.send(new Notice(mail.id(), mail.subject(), mail.text()));
    var unused =
        items.create(
            Item.named(name)
                .with(LedgerNames.PARTITION, PARTITION)
                .with("sent", clock.instant().toString()),
            PARTITION);
  }
}

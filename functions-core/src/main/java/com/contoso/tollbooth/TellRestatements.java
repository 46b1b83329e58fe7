package com.contoso.tollbooth;

import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.UsageMails;
import com.contoso.tollbooth.usage.ledger.UsageLedger;
import java.util.function.Consumer;

/** Mails how a run changed a closed month; again only if it has changed more since. */
record TellRestatements(UsageLedger ledger, UsageMails mails) implements Consumer<Fetch> {
  @Override
  public void accept(Fetch fetch) {
    ledger.restatements(fetch.enrollment(), fetch.month()).stream()
        .filter(restatement -> restatement.run().equals(fetch.run()))
        .forEach(restatement -> mails.send(RunMails.restated(restatement)));
  }
}

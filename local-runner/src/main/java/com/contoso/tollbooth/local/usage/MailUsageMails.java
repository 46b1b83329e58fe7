package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.billing.Notice;
import com.contoso.tollbooth.billing.Notices;
import com.contoso.tollbooth.usage.UsageMail;
import com.contoso.tollbooth.usage.UsageMails;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sends mails of the usage pipeline the way notices go, and notes which were sent. One that was
 * sent just before a crash is sent again with the same Message-ID.
 */
record MailUsageMails(Notices notices, JdbcClient jdbc, InstantSource clock) implements UsageMails {
  @Override
  public void send(UsageMail mail) {
    long sent =
        jdbc.sql("SELECT count(*) FROM usage_mail WHERE id = :id")
            .param("id", mail.id())
            .query(Long.class)
            .single();
    if (sent > 0) {
      return;
    }
    notices.send(new Notice(mail.id(), mail.subject(), mail.text()));
    jdbc.sql("INSERT OR IGNORE INTO usage_mail (id, sent) VALUES (:id, :sent)")
        .param("id", mail.id())
        .param("sent", clock.instant().toEpochMilli())
        .update();
  }
}

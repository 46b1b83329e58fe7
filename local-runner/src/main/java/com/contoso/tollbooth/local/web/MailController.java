package com.contoso.tollbooth.local.web;

import com.contoso.tollbooth.local.mail.Mailbox;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The local mailbox. */
@RestController
class MailController {
  private final Mailbox mailbox;

  MailController(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  @GetMapping("/api/mails")
  Mails list() {
    return new Mails(mailbox.mails());
  }

  record Mails(List<Mailbox.Mail> mails) {}
}

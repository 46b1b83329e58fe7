package com.contoso.tollbooth.usage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Mails for tests, each once. */
public final class SentMails implements UsageMails {
  private final Set<String> ids = new HashSet<>();
  private final List<UsageMail> sent = new ArrayList<>();
  private Consumer<UsageMail> server = mail -> {};

  /** Who takes mails from now on; what it throws is thrown on, and the mail is not sent. */
  public void by(Consumer<UsageMail> taker) {
    server = taker;
  }

  /** From now on none can be sent. */
  public void breakDown() {
    server =
        mail -> {
          throw new IllegalStateException("the mail server is down");
        };
  }

  @Override
  public void send(UsageMail mail) {
    if (!ids.contains(mail.id())) {
      server.accept(mail);
      ids.add(mail.id());
      sent.add(mail);
    }
  }

  /** Subjects in the order of their sending. */
  public List<String> subjects() {
    return sent.stream().map(UsageMail::subject).toList();
  }
}

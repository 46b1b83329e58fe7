package com.contoso.tollbooth.usage.retrieve;

import com.contoso.tollbooth.usage.AccessKey;
import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.UsageMail;
import com.contoso.tollbooth.usage.UsageMails;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells once of a key that expires soon or has expired. A key that cannot be had now is told of by
 * the run that needs it.
 */
record WarnOfExpiry(AccessKeys keys, KeySettings settings, UsageMails mails, InstantSource clock)
    implements Consumer<Enrollment> {
  private static final Logger log = LoggerFactory.getLogger(WarnOfExpiry.class);
  private static final AccessKey NONE = new AccessKey.Plain("");

  @Override
  public void accept(Enrollment enrollment) {
    if (enrollment.accessKey().equals(NONE)) {
      return;
    }
    try {
      Instant expires = keys.resolve(enrollment).expires();
      if (expires != null && !expires.isAfter(clock.instant().plus(settings.warnBefore()))) {
        mails.send(mail(enrollment, expires));
      }
    } catch (RuntimeException e) {
      log.warn("Whether the key of enrollment {} expires is not known", enrollment.number(), e);
    }
  }

  private static UsageMail mail(Enrollment enrollment, Instant expires) {
    var day = expires.atOffset(ZoneOffset.UTC).toLocalDate();
    return new UsageMail(
        "usage-key-" + enrollment.number() + "-" + day,
        "The key of enrollment " + enrollment.number() + " expires on " + day,
        """
        The key that opens the usage reports of enrollment %s (%s) expires at %s.
        From then on its usage is not loaded. Put a new key where the enrollment's document says.
        """
            .formatted(enrollment.number(), enrollment.description(), expires));
  }
}

package com.contoso.tollbooth.sources;

import com.contoso.tollbooth.usage.AccessKey;
import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.retrieve.AccessKeys;
import com.contoso.tollbooth.usage.retrieve.ResolvedKey;

/** Takes the key that stands in the enrollment. */
final class PlainAccessKeys implements AccessKeys {
  @Override
  public ResolvedKey resolve(Enrollment enrollment) {
    return switch (enrollment.accessKey()) {
      case AccessKey.Plain(String key) -> new ResolvedKey(key, JsonWebToken.expiry(key));
      case AccessKey.Reference reference ->
          throw new IllegalStateException(
              "the key of enrollment "
                  + enrollment.number()
                  + " is a key vault reference, and there is no key vault here");
    };
  }
}

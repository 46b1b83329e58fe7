package com.contoso.tollbooth.sources;

import java.net.URI;

/** Puts addresses together. */
final class Addresses {
  private Addresses() {}

  /** A path below a base, whether or not the base ends in a slash. */
  static URI below(URI base, String path) {
    return URI.create(base.toString().replaceAll("/+$", "") + path);
  }
}

package com.contoso.tollbooth.api;

import com.contoso.tollbooth.usage.UsageRights;
import java.io.IOException;
import java.util.Set;
import java.util.function.Function;

/**
 * Tells what the sender of a request may see of the usage ledger. The host, or the gateway in front
 * of it, names the reader in the header {@code X-TollBooth-Reader} and lets no caller do so
 * himself; a request without it comes from nobody. A laptop, which its owner alone reaches, takes
 * the header as it comes.
 */
record UsageReader(Function<String, UsageRights> readUsageRights) {
  static final String HEADER = "x-tollbooth-reader";

  UsageRights rights(Call call) {
    return readUsageRights.apply(name(call));
  }

  /** Empty for nobody. */
  String name(Call call) {
    String reader = call.header(HEADER);
    return reader == null ? "" : reader;
  }

  /** What concerns no subscription in particular is for those who may see one. */
  ApiAnswer ofAny(Call call, Route.Operation operation) throws IOException {
    return rights(call).equals(new UsageRights.Only(Set.of()))
        ? call.refuse(Problem.Kind.FORBIDDEN, "this is for readers of cloud usage")
        : operation.answer(call);
  }

  /**
   * What concerns every subscription is for those who may see them all; to others it is refused.
   */
  ApiAnswer ofAll(Call call, Route.Operation operation) throws IOException {
    return switch (rights(call)) {
      case UsageRights.All() -> operation.answer(call);
      case UsageRights.Only only ->
          call.refuse(Problem.Kind.FORBIDDEN, "this is for readers who may see every subscription");
    };
  }
}

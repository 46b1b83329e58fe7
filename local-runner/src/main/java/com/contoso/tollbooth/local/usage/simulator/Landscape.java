package com.contoso.tollbooth.local.usage.simulator;

import com.contoso.tollbooth.usage.SubscriptionId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an enrollment consists of: subscriptions, and the resources in them. */
final class Landscape {
  private static final List<String> CENTRES =
      List.of("CC-1100", "CC-1200", "CC-2040", "CC-3000", "CC-4711", "CC-5005", "CC-6100", "CC-9");
  private static final List<String> DEPARTMENTS =
      List.of("Tolling", "Finance", "Customer Service", "Platform", "Forschung & Entwicklung");
  private static final List<String> SYSTEMS =
      List.of("tollbooth", "crm", "billing", "web", "lake", "erp", "maps", "idp", "mail", "bi");
  private static final List<String> ENVIRONMENTS = List.of("prod", "prod", "test", "dev");
  private static final List<String> OWNERS =
      List.of("ada@contoso.com", "José Núñez", "team \\\"blue\\\"", "ops@contoso.com");
  private static final List<String> REGIONS = List.of("westeurope", "northeurope", "eastus2");

  private final SimulatedEnrollment enrollment;
  private final long seed;

  Landscape(SimulatedEnrollment enrollment) {
    this.enrollment = enrollment;
    this.seed = Chance.draw(enrollment.seed(), 1);
  }

  /**
   * A resource.
   *
   * @param tags as the report has them, of which not all are JSON; absent if it has null
   * @param size beside one of middling size
   */
  record Resource(
      int number,
      int subscription,
      Product product,
      String name,
      String id,
      String group,
      String region,
      String costCenter,
      String department,
      @Nullable String tags,
      double size) {}

  Resource resource(int number) {
    long drawn = Chance.draw(seed, number);
    int subscription = subscriptionOf(number);
    Product product = productOf(number);
    String system = pick(SYSTEMS, drawn >>> 8);
    String name = product.prefix() + "-" + system + "-" + number;
    String group = "rg-" + system + "-" + pick(ENVIRONMENTS, drawn >>> 16);
    String id =
        "/subscriptions/%s/resourceGroups/%s/providers/%s/%s/%s"
            .formatted(
                subscriptionGuid(subscription), group, product.service(), product.type(), name);
    boolean bare = drawn % 17 == 0;
    boolean homeless = drawn % 23 == 0;
    return new Resource(
        number,
        subscription,
        product,
        name,
        bare ? name : id,
        drawn % 29 == 0 ? group.toUpperCase(Locale.ROOT) : group,
        pick(REGIONS, drawn >>> 24),
        homeless ? "" : pick(CENTRES, Chance.draw(seed, -1L - subscription)),
        pick(DEPARTMENTS, Chance.draw(seed, -2001L - subscription)),
        tags(drawn, system),
        sizeOf(number));
  }

  int subscriptionOf(int number) {
    double share = Chance.share(Chance.draw(seed + 1, number));
    return (int) (share * share * enrollment.subscriptions());
  }

  Product productOf(int number) {
    return pick(Product.ALL, Chance.draw(seed + 2, number));
  }

  /** A few are large, most are small. */
  double sizeOf(int number) {
    double share = Chance.share(Chance.draw(seed + 3, number));
    return 0.1 + 2 * share * share * share;
  }

  String subscriptionGuid(int subscription) {
    String guid = Chance.guid(seed + 4, subscription);
    return subscription == 3 ? guid.substring(0, 31) + "??" : guid;
  }

  SubscriptionId subscription(int subscription) {
    return new SubscriptionId(subscriptionGuid(subscription));
  }

  static String subscriptionName(int subscription) {
    return "Contoso " + (subscription % 3 == 2 ? "Prüfung " : "Landing Zone ") + subscription;
  }

  private static @Nullable String tags(long drawn, String system) {
    String whole =
        "{\"env\": \"%s\", \"system\": \"%s\", \"owner\": \"%s\"}"
            .formatted(pick(ENVIRONMENTS, drawn >>> 16), system, pick(OWNERS, drawn >>> 32));
    return switch ((int) Long.remainderUnsigned(drawn >>> 40, 20)) {
      case 0, 1 -> null;
      case 2 -> "";
      case 3 -> "{}";
      case 4 -> whole.substring(0, whole.length() - 4);
      case 5 -> "{\"system\": \"" + system + "\", \"env\": null}";
      default -> whole;
    };
  }

  private static <T> T pick(List<T> from, long drawn) {
    return from.get(Chance.below(from.size(), drawn));
  }
}

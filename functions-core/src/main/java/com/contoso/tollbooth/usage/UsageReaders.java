package com.contoso.tollbooth.usage;

import com.contoso.tollbooth.usage.FinanceFiles.FinanceFile;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Who may read what of the ledger, from the finance file {@code readers.yaml}. It is read anew each
 * time, so that a right that is taken away is gone at once:
 *
 * <pre>
 * readers:
 *   anna: all
 *   ben: [00000000-0000-0000-0000-000000000001, no-subscription]
 * </pre>
 *
 * <p>{@code no-subscription} is {@link SubscriptionId#NONE}: purchases and fees of the enrollment.
 *
 * <p>A file that cannot be read gives no right to anybody: it throws.
 */
public final class UsageReaders {
  /** Where they stand. */
  public static final String FILE = "readers.yaml";

  private static final UsageRights NOTHING = new UsageRights.Only(Set.of());

  private final FinanceFiles files;
  private final @Nullable String owner;

  private UsageReaders(FinanceFiles files, @Nullable String owner) {
    this.files = files;
    this.owner = owner;
  }

  /** Those of the file; without it nobody sees anything. */
  public static UsageReaders named(FinanceFiles files) {
    return new UsageReaders(files, null);
  }

  /**
   * Those of the file, on a machine of one person: a request that names nobody is the owner's, and
   * while there is no file the owner sees all.
   */
  public static UsageReaders ownedBy(String owner, FinanceFiles files) {
    return new UsageReaders(files, owner);
  }

  /**
   * The rights of a reader; a reader who is not known sees nothing, nor does nobody ({@code ""}).
   */
  public UsageRights rightsOf(String reader) {
    String name = reader.isEmpty() && owner != null ? owner : reader;
    if (name.isEmpty()) {
      return NOTHING;
    }
    Optional<FinanceFile> file = files.read(FILE);
    if (file.isEmpty()) {
      return name.equals(owner) ? new UsageRights.All() : NOTHING;
    }
    return rights(name, readers(file.get().text()).get(name));
  }

  private static Map<?, ?> readers(String text) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      if (new Yaml(new SafeConstructor(options)).load(text) instanceof Map<?, ?> root
          && root.get("readers") instanceof Map<?, ?> readers) {
        return readers;
      }
    } catch (YAMLException e) {
      throw new IllegalStateException(FILE + " is no YAML: " + e.getMessage(), e);
    }
    throw new IllegalStateException(FILE + " has no 'readers'");
  }

  private static UsageRights rights(String reader, @Nullable Object entry) {
    return switch (entry) {
      case null -> NOTHING;
      case String all when all.equals("all") -> new UsageRights.All();
      case List<?> subscriptions -> only(subscriptions);
      default ->
          throw new IllegalStateException(
              "%s: '%s' has neither 'all' nor a list of subscriptions".formatted(FILE, reader));
    };
  }

  private static UsageRights only(List<?> subscriptions) {
    var ids = new HashSet<SubscriptionId>();
    subscriptions.forEach(each -> ids.add(new SubscriptionId(String.valueOf(each))));
    return new UsageRights.Only(ids);
  }
}

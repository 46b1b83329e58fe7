package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.UsageReaders;
import com.contoso.tollbooth.usage.UsageRights;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Readers from a YAML file, read anew each time so that a right that is taken away is gone at once:
 *
 * <pre>
 * readers:
 *   anna: all
 *   ben: [00000000-0000-0000-0000-000000000001, no-subscription]
 * </pre>
 *
 * <p>{@code no-subscription} is {@link SubscriptionId#NONE}: purchases and fees of the enrollment.
 *
 * <p>While there is no file the owner of the machine sees all. A file that cannot be read gives no
 * right to anybody: it throws.
 */
public final class FileUsageReaders implements UsageReaders {
  private static final UsageRights NOTHING = new UsageRights.Only(Set.of());

  private final Path file;
  private final String owner;

  public FileUsageReaders(Path file, String owner) {
    this.file = file;
    this.owner = owner;
  }

  @Override
  public UsageRights rightsOf(String reader) {
    if (!Files.exists(file)) {
      return reader.equals(owner) ? new UsageRights.All() : NOTHING;
    }
    return rights(reader, readers().get(reader));
  }

  private Map<?, ?> readers() {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try (Reader yaml = Files.newBufferedReader(file)) {
      if (new Yaml(new SafeConstructor(options)).load(yaml) instanceof Map<?, ?> root
          && root.get("readers") instanceof Map<?, ?> readers) {
        return readers;
      }
    } catch (YAMLException e) {
      throw new IllegalStateException(file + " is no YAML: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException(file + " has no 'readers'");
  }

  private UsageRights rights(String reader, @Nullable Object entry) {
    return switch (entry) {
      case null -> NOTHING;
      case String all when all.equals("all") -> new UsageRights.All();
      case List<?> subscriptions -> only(subscriptions);
      default ->
          throw new IllegalStateException(
              "%s: '%s' has neither 'all' nor a list of subscriptions".formatted(file, reader));
    };
  }

  private static UsageRights only(List<?> subscriptions) {
    var ids = new HashSet<SubscriptionId>();
    subscriptions.forEach(each -> ids.add(new SubscriptionId(String.valueOf(each))));
    return new UsageRights.Only(ids);
  }
}

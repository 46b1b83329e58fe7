package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.chargeback.SavedView;
import com.contoso.tollbooth.usage.chargeback.SavedViews;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Views in one JSON file. While there is none, the view of the pipeline's own cost is there. */
public final class FileSavedViews implements SavedViews {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path file;

  public FileSavedViews(Path file) {
    this.file = file;
  }

  @Override
  public List<SavedView> all() {
    return List.copyOf(read().values());
  }

  @Override
  public synchronized void put(SavedView view) {
    TreeMap<String, SavedView> views = read();
    views.put(view.name(), view);
    write(views);
  }

  @Override
  public synchronized void remove(String name) {
    TreeMap<String, SavedView> views = read();
    if (views.remove(name) != null) {
      write(views);
    }
  }

  private TreeMap<String, SavedView> read() {
    List<SavedView> views =
        Files.exists(file)
            ? Arrays.asList(JSON.readValue(file.toFile(), SavedView[].class))
            : List.of(SavedView.OWN_COST);
    var byName = new TreeMap<String, SavedView>();
    views.forEach(view -> byName.put(view.name(), view));
    return byName;
  }

  private void write(TreeMap<String, SavedView> views) {
    WholeFile.write(file, JSON.writeValueAsBytes(views.values()));
  }
}

package com.contoso.tollbooth.usage;

import com.contoso.tollbooth.usage.FinanceFiles.FinanceFile;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A list kept as one JSON file. Changes at once come one after another; none is lost. */
public final class FinanceList<T> {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final FinanceFiles files;
  private final String name;
  private final JavaType type;
  private final List<T> atFirst;

  /**
   * A list in a file.
   *
   * @param atFirst what is in it while there is no file
   */
  public FinanceList(FinanceFiles files, String name, Class<T> element, List<T> atFirst) {
    this.files = files;
    this.name = name;
    this.type = JSON.getTypeFactory().constructCollectionType(List.class, element);
    this.atFirst = List.copyOf(atFirst);
  }

  public List<T> read() {
    return read(files.read(name));
  }

  private List<T> read(Optional<FinanceFile> file) {
    return file.map(found -> JSON.<List<T>>readValue(found.text(), type)).orElse(atFirst);
  }

  /**
   * Changes the list.
   *
   * @param change what becomes of the list; it is asked again if another changed it meanwhile
   * @return what is in it now
   */
  public List<T> change(UnaryOperator<List<T>> change) {
    while (true) {
      Optional<FinanceFile> was = files.read(name);
      List<T> before = read(was);
      List<T> after = change.apply(before);
      if (after.equals(before)
          || files.replace(name, was.orElse(null), JSON.writeValueAsString(after))) {
        return after;
      }
    }
  }
}

package com.contoso.tollbooth.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The true plates of photos, by file name: tab-separated text whose header names the columns {@code
 * file} and {@code plate}. Letter O and digit 0 are held equal, as published truth often writes one
 * for both.
 */
record Truth(Map<String, String> plates) {

  static Truth read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      List<String> header = lines.isEmpty() ? List.of() : List.of(lines.getFirst().split("\t"));
      int name = header.indexOf("file");
      int plate = header.indexOf("plate");
      if (name < 0 || plate < 0) {
        throw new CannotGoOn(
            file + " has no header line with the tab-separated columns 'file' and 'plate'");
      }
      var plates = new HashMap<String, String>();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split("\t", -1);
        if (cells.length > Math.max(name, plate)) {
          plates.put(cells[name], fold(cells[plate]));
        }
      }
      return new Truth(Map.copyOf(plates));
    } catch (IOException e) {
      throw new CannotGoOn("the truth file " + file + " cannot be read: " + e);
    }
  }

  /** Whether a reading is right; empty when the truth of that photo is not known. */
  Optional<Boolean> agrees(String photo, String reading) {
    return Optional.ofNullable(plates.get(photo)).map(truth -> truth.equals(fold(reading)));
  }

  private static String fold(String plate) {
    return plate.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "").replace('O', '0');
  }
}

package com.contoso.tollbooth.local.intake;

import com.contoso.tollbooth.plate.BoothId;
import com.contoso.tollbooth.plate.PhotoPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names files as photo paths and back. A file that lies in no booth's folder, or in a folder whose
 * name no booth can have, belongs to the default booth. Characters that a photo path may not hold
 * are written {@code %XX}, so every file has a path.
 */
record PhotoNames(Path root, String defaultBooth) {

  PhotoPath pathOf(Path file) {
    Path relative = root.relativize(file);
    var segments = new ArrayList<String>();
    relative.forEach(segment -> segments.add(encode(segment.toString())));
    if (segments.size() < 2 || !isBooth(segments.getFirst())) {
      segments.addFirst(defaultBooth);
    }
    return new PhotoPath(String.join("/", segments));
  }

  /** The files that a path may mean, likeliest first; none lies outside the folder. */
  List<Path> filesOf(PhotoPath path) {
    var files = new ArrayList<Path>();
    resolve(path.value()).ifPresent(files::add);
    if (path.booth().value().equals(defaultBooth)) {
      resolve(path.value().substring(defaultBooth.length() + 1)).ifPresent(files::add);
    }
    return files;
  }

  private Optional<Path> resolve(String path) {
    Path file = root;
    for (String segment : path.split("/")) {
      file = file.resolve(decode(segment));
    }
    file = file.normalize();
    return file.startsWith(root) ? Optional.of(file) : Optional.empty();
  }

  private static boolean isBooth(String folder) {
    try {
      return !new BoothId(folder).value().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String encode(String name) {
    var encoded = new StringBuilder(name.length());
    for (char c : name.toCharArray()) {
      if (c == '%' || c == '\\' || Character.isISOControl(c)) {
        encoded.append("%%%02X".formatted((int) c));
      } else {
        encoded.append(c);
      }
    }
    return encoded.toString();
  }

  private static String decode(String segment) {
    var decoded = new StringBuilder(segment.length());
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if (c == '%' && i + 2 < segment.length() && isHex(segment, i + 1) && isHex(segment, i + 2)) {
        decoded.append((char) Integer.parseInt(segment, i + 1, i + 3, 16));
        i += 2;
      } else {
        decoded.append(c);
      }
    }
    return decoded.toString();
  }

  private static boolean isHex(String text, int index) {
    return Character.digit(text.charAt(index), 16) >= 0;
  }
}

package com.contoso.tollbooth.ocr;

import com.contoso.tollbooth.plate.PhotoRefused;
import com.contoso.tollbooth.recognition.Orientation;
import com.contoso.tollbooth.recognition.Photo;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes photos upright, leaving out pixels of those that are too large to hold. */
final class PictureReader {
  private final int maxPixels;

  PictureReader(int maxPixels) {
    this.maxPixels = maxPixels;
  }

  Picture read(Photo photo) {
    ImageReader reader =
        ImageIO.getImageReadersByFormatName(photo.format().name().toLowerCase(Locale.ROOT)).next();
    try (InputStream bytes = photo.content().open();
        var stream = new MemoryCacheImageInputStream(bytes)) {
      return decode(reader, stream, photo.orientation());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      reader.dispose();
    }
  }

  private Picture decode(ImageReader reader, ImageInputStream stream, Orientation orientation)
      throws IOException {
    try {
      // Forward only and without metadata, so that bytes once decoded are let go.
      reader.setInput(stream, true, true);
      int step = step((double) reader.getWidth(0) * reader.getHeight(0));
      ImageReadParam param = reader.getDefaultReadParam();
      param.setSourceSubsampling(step, step, 0, 0);
      return upright(reader.read(0, param), orientation, step);
    } catch (IIOException | RuntimeException e) {
      throw new PhotoRefused(PhotoRefused.Reason.NOT_AN_IMAGE, "it cannot be decoded", e);
    }
  }

  private int step(double pixels) {
    return Math.max(1, (int) Math.ceil(Math.sqrt(pixels / maxPixels)));
  }

  private static Picture upright(BufferedImage stored, Orientation orientation, int step) {
    int width = stored.getWidth();
    int height = stored.getHeight();
    int across = orientation.swapsSides() ? height : width;
    int[] pixels = new int[width * height];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      stored.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        int toX = orientation.uprightX(x, y, width, height);
        int toY = orientation.uprightY(x, y, width, height);
        pixels[toY * across + toX] = row[x] & 0xffffff;
      }
    }
    return new Picture(pixels, across, orientation.swapsSides() ? width : height, step);
  }
}

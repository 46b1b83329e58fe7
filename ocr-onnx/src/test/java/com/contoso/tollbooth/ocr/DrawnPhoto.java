package com.contoso.tollbooth.ocr;

import com.contoso.tollbooth.recognition.PhotoContent;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Photos of a car's back, drawn for tests. */
final class DrawnPhoto {
  private DrawnPhoto() {}

  static BufferedImage car(String plate, int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setPaint(new GradientPaint(0, 0, new Color(150, 170, 190), 0, height, Color.DARK_GRAY));
    g.fillRect(0, 0, width, height);
    g.setColor(new Color(120, 20, 30));
    g.fillRoundRect(width / 6, height / 4, width * 2 / 3, height / 2, width / 20, width / 20);
    int plateWidth = width / 4;
    int plateHeight = plateWidth / 2;
    g.setColor(Color.WHITE);
    g.fillRoundRect(width / 2 - plateWidth / 2, height / 2, plateWidth, plateHeight, 12, 12);
    g.setColor(new Color(20, 30, 90));
    g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, plateHeight * 2 / 5));
    int textWidth = g.getFontMetrics().stringWidth(plate);
    g.drawString(plate, width / 2 - textWidth / 2, height / 2 + plateHeight * 2 / 3);
    g.dispose();
    return image;
  }

  /** Turned a quarter to the left, as a camera held upright stores it. */
  static BufferedImage lying(BufferedImage upright) {
    var image =
        new BufferedImage(upright.getHeight(), upright.getWidth(), BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < upright.getHeight(); y++) {
      for (int x = 0; x < upright.getWidth(); x++) {
        image.setRGB(y, upright.getWidth() - 1 - x, upright.getRGB(x, y));
      }
    }
    return image;
  }

  static PhotoContent content(BufferedImage image, String format) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return content(bytes.toByteArray());
  }

  static PhotoContent content(byte[] bytes) {
    return new PhotoContent() {
      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }

      @Override
      public long size() {
        return bytes.length;
      }
    };
  }
}

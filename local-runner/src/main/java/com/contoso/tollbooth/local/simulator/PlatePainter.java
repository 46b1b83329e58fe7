package com.contoso.tollbooth.local.simulator;

import com.contoso.tollbooth.plate.Jurisdiction;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Paints a plate as seen straight on, two units wide for one high as North American plates are. */
final class PlatePainter {
  static final int WIDTH = 480;
  static final int HEIGHT = 240;

  private PlatePainter() {}

  static BufferedImage paint(SimulatedPlate plate, Weather weather, Random random) {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(ground(plate.jurisdiction()));
    g.fill(new RoundRectangle2D.Double(2, 2, WIDTH - 4, HEIGHT - 4, 26, 26));
    g.setColor(new Color(90, 96, 104));
    g.setStroke(new BasicStroke(4));
    g.draw(new RoundRectangle2D.Double(4, 4, WIDTH - 8, HEIGHT - 8, 24, 24));
    for (int x : new int[] {90, WIDTH - 90}) {
      g.fill(new Ellipse2D.Double(x - 7, 14, 14, 14));
    }
    g.setColor(nameInk(plate.jurisdiction()));
    double nameWidth = Math.min(280, 26.0 * plate.stateName().length());
    Glyphs.draw(g, plate.stateName(), (WIDTH - nameWidth) / 2, 16, nameWidth, 32, 0.15);
    g.setColor(ink(plate.jurisdiction()));
    double margin = plate.text().length() > 6 ? 22 : 44;
    Glyphs.draw(g, plate.text(), margin, 74, WIDTH - 2 * margin, 122, 0.125);
    if (weather.dirt()) {
      spatter(g, random);
    }
    if (weather.covered()) {
      g.setColor(new Color(38, 40, 44));
      double left = 60 + random.nextInt(260);
      g.fill(new RoundRectangle2D.Double(left, 90, 70, HEIGHT - 90, 30, 30));
    }
    g.dispose();
    return image;
  }

  private static void spatter(Graphics2D g, Random random) {
    for (int spot = 0; spot < 60; spot++) {
      double size = 4 + random.nextDouble() * 26;
      g.setColor(new Color(92, 74, 52, 60 + random.nextInt(120)));
      g.fill(
          new Ellipse2D.Double(
              random.nextInt(WIDTH), 60 + random.nextInt(HEIGHT - 60), size, size * 0.7));
    }
  }

  private static Color ground(Jurisdiction jurisdiction) {
    return switch (jurisdiction) {
      case TX -> new Color(244, 245, 246);
      case OK -> new Color(214, 230, 241);
      case NM -> new Color(246, 209, 74);
      case US -> new Color(236, 238, 230);
    };
  }

  private static Color ink(Jurisdiction jurisdiction) {
    return switch (jurisdiction) {
      case TX -> new Color(20, 22, 26);
      case OK -> new Color(28, 50, 92);
      case NM -> new Color(168, 32, 30);
      case US -> new Color(24, 60, 44);
    };
  }

  private static Color nameInk(Jurisdiction jurisdiction) {
    return switch (jurisdiction) {
      case TX -> new Color(30, 60, 120);
      case OK, NM, US -> ink(jurisdiction);
    };
  }
}

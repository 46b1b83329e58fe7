package com.contoso.tollbooth.local.simulator;

import com.contoso.tollbooth.plate.Box;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Paints the back of a vehicle on a road, and puts its plate there in perspective. */
final class PhotoPainter {
  static final int WIDTH = 1280;
  static final int HEIGHT = 720;

  private static final Color[] PAINTS = {
    new Color(168, 172, 178),
    new Color(36, 40, 46),
    new Color(226, 228, 230),
    new Color(142, 30, 34),
    new Color(32, 62, 112),
    new Color(94, 106, 92),
    new Color(190, 160, 112)
  };

  private PhotoPainter() {}

  /** A scene and where its plate is. */
  record Scene(BufferedImage image, Box plate) {}

  static Scene paint(SimulatedPlate plate, Weather weather, Random random) {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    road(g, weather.night());
    double width = 520 + random.nextInt(240);
    double left = (WIDTH - width) * (0.25 + random.nextDouble() * 0.5);
    double top = 170 + random.nextInt(80);
    Box seat = vehicle(g, left, top, width, PAINTS[random.nextInt(PAINTS.length)], random);
    g.dispose();
    double[] corners = perspective(seat, random);
    Warp.draw(PlatePainter.paint(plate, weather, random), image, corners);
    Darkroom.develop(image, weather, random);
    return new Scene(image, bounds(corners));
  }

  private static void road(Graphics2D g, boolean night) {
    g.setPaint(
        night
            ? new GradientPaint(0, 0, new Color(20, 24, 40), 0, 260, new Color(52, 52, 66))
            : new GradientPaint(0, 0, new Color(146, 180, 214), 0, 260, new Color(216, 222, 226)));
    g.fillRect(0, 0, WIDTH, 260);
    g.setPaint(
        new GradientPaint(0, 240, new Color(112, 114, 116), 0, HEIGHT, new Color(74, 76, 80)));
    g.fillRect(0, 240, WIDTH, HEIGHT - 240);
    g.setColor(new Color(216, 208, 160));
    for (int lane : new int[] {110, 1170}) {
      int foot = lane < 640 ? lane - 110 : lane + 110;
      g.fillPolygon(
          new Polygon(
              new int[] {lane < 640 ? 520 : 760, lane < 640 ? 526 : 766, foot + 16, foot},
              new int[] {250, 250, HEIGHT, HEIGHT},
              4));
    }
  }

  /** Returns where the plate sits. */
  private static Box vehicle(
      Graphics2D g, double left, double top, double width, Color paint, Random random) {
    double height = width * 0.72;
    g.setColor(new Color(0, 0, 0, 110));
    g.fill(new Ellipse2D.Double(left - 20, top + height - 30, width + 40, 80));
    g.setColor(new Color(24, 24, 26));
    for (double wheel : new double[] {left + width * 0.03, left + width * 0.83}) {
      g.fill(
          new RoundRectangle2D.Double(
              wheel, top + height * 0.72, width * 0.14, height * 0.36, 20, 20));
    }
    g.setPaint(
        new GradientPaint(
            0, (float) top, paint.brighter(), 0, (float) (top + height), paint.darker()));
    g.fill(
        new RoundRectangle2D.Double(left + width * 0.1, top, width * 0.8, height * 0.55, 90, 110));
    g.fill(new RoundRectangle2D.Double(left, top + height * 0.36, width, height * 0.56, 60, 60));
    g.setPaint(
        new GradientPaint(
            0,
            (float) top,
            new Color(64, 76, 88),
            0,
            (float) (top + height * 0.4),
            new Color(22, 26, 32)));
    g.fill(
        new RoundRectangle2D.Double(
            left + width * 0.17, top + 20, width * 0.66, height * 0.3, 50, 60));
    g.setColor(new Color(186, 26, 28));
    for (double lamp : new double[] {left + width * 0.02, left + width * 0.84}) {
      g.fill(
          new RoundRectangle2D.Double(
              lamp, top + height * 0.44, width * 0.14, height * 0.13, 16, 16));
    }
    g.setColor(paint.darker().darker());
    g.setStroke(new BasicStroke(3));
    g.draw(
        new Line2D.Double(left + 20, top + height * 0.74, left + width - 20, top + height * 0.74));
    g.fill(
        new Rectangle2D.Double(
            left + width * 0.3, top + height * 0.455, width * 0.4, height * 0.27));
    double plateWidth = width * (0.25 + random.nextDouble() * 0.07);
    return new Box(
        left + (width - plateWidth) / 2, top + height * 0.49, plateWidth, plateWidth / 2);
  }

  /** The corners, clockwise from the top left, turned and tilted a little. */
  private static double[] perspective(Box seat, Random random) {
    double turn = (random.nextDouble() - 0.5) * 0.16;
    double tilt = (random.nextDouble() - 0.5) * 0.12;
    double shift = seat.height() * turn;
    double drop = seat.width() * tilt * 0.5;
    return new double[] {
      seat.x(),
      seat.y() - drop + Math.max(0, shift),
      seat.right(),
      seat.y() + drop - Math.min(0, shift),
      seat.right(),
      seat.bottom() + drop + Math.min(0, shift),
      seat.x(),
      seat.bottom() - drop - Math.max(0, shift)
    };
  }

  private static Box bounds(double[] corners) {
    double left = Math.min(corners[0], corners[6]);
    double right = Math.max(corners[2], corners[4]);
    double top = Math.min(corners[1], corners[3]);
    double bottom = Math.max(corners[5], corners[7]);
    return new Box(left, top, right - left, bottom - top);
  }
}

package com.contoso.tollbooth.local.simulator;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The letters of plates as strokes on a grid of 4 by 6, so that a photo does not depend on the
 * fonts of a machine. Each pair of digits is a point (x, y from the top); a space lifts the pen.
 */
final class Glyphs {
  private static final Map<Character, String> STROKES =
      Stream.of(
              "A0602204246 0444",
              "B003041423303 3344453606000",
              "C4130100105163645",
              "D00304145360600",
              "E40000646 0333",
              "F400006 0333",
              "G41301001051636454424",
              "H0006 4046 0343",
              "I2026 1030 1636",
              "J404536160504",
              "K0006 400346",
              "L000646",
              "M0600234046",
              "N06004640",
              "O103041453616050110",
              "P06003041423303",
              "Q103041453616050110 2446",
              "R06003041423303 2346",
              "S413010010213334445361605",
              "T0040 2026",
              "U000516364540",
              "V002640",
              "W0016213640",
              "X0046 4006",
              "Y002340 2326",
              "Z00400646",
              "0103041453616050110",
              "1112026",
              "201103041420646",
              "30110304142331333 33444536" + "1605",
              "436300444",
              "5400003123243453616" + "05",
              "630100105163645443303",
              "7004016",
              "813020110304142331304051636454433",
              "9163645413010010213" + "43")
          .collect(Collectors.toMap(glyph -> glyph.charAt(0), glyph -> glyph.substring(1)));

  private Glyphs() {}

  static boolean has(char letter) {
    return STROKES.containsKey(letter);
  }

  /** Draws a word into a box; a letter without strokes leaves a gap. */
  static void draw(
      Graphics2D g, String word, double x, double y, double width, double height, double weight) {
    double cell = width / word.length();
    double stroke = height * weight;
    g.setStroke(new BasicStroke((float) stroke, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    double glyphWidth = cell * 0.72 - stroke;
    for (int i = 0; i < word.length(); i++) {
      String strokes = STROKES.get(word.charAt(i));
      if (strokes != null) {
        double left = x + i * cell + (cell - glyphWidth) / 2;
        g.draw(path(strokes, left, y + stroke / 2, glyphWidth, height - stroke));
      }
    }
  }

  private static Path2D path(String strokes, double x, double y, double width, double height) {
    var path = new Path2D.Double();
    boolean down = false;
    for (int i = 0; i + 1 < strokes.length(); ) {
      if (strokes.charAt(i) == ' ') {
        down = false;
        i++;
        continue;
      }
      double px = x + width * Character.digit(strokes.charAt(i), 10) / 4;
      double py = y + height * Character.digit(strokes.charAt(i + 1), 10) / 6;
      if (down) {
        path.lineTo(px, py);
      } else {
        path.moveTo(px, py);
        down = true;
      }
      i += 2;
    }
    return path;
  }
}

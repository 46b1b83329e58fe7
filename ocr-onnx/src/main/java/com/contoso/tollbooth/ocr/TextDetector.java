package com.contoso.tollbooth.ocr;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/** Finds where text stands in a picture. */
final class TextDetector {
  private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
  private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};
  private static final int STEP = 32;

  private final OrtSession session;
  private final int longSide;

  TextDetector(OrtSession session, int longSide) {
    this.session = session;
    this.longSide = longSide;
  }

  /** The shrunken cores of text, in pixels of the picture. */
  List<Region> find(Picture picture) throws OrtException {
    double zoom = (double) longSide / Math.max(picture.width(), picture.height());
    int width = side(picture.width() * zoom);
    int height = side(picture.height() * zoom);
    double toPictureX = (double) picture.width() / width;
    double toPictureY = (double) picture.height() / height;
    FloatBuffer input = planes(picture, width, height);
    try (OnnxTensor tensor =
            OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), input, new long[] {1, 3, height, width});
        OrtSession.Result result =
            session.run(Map.of(session.getInputNames().iterator().next(), tensor))) {
      FloatBuffer map = ((OnnxTensor) result.get(0)).getFloatBuffer();
      return new TextMap(width, height, map)
          .regions().stream().map(region -> region.scaled(toPictureX, toPictureY)).toList();
    }
  }

  private static int side(double wanted) {
    return Math.max(STEP, (int) Math.round(wanted / STEP) * STEP);
  }

  private static FloatBuffer planes(Picture picture, int width, int height) {
    int plane = width * height;
    FloatBuffer input =
        ByteBuffer.allocateDirect(3 * plane * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    double stepX = (double) picture.width() / width;
    double stepY = (double) picture.height() / height;
    int samplesX = Math.max(1, (int) Math.round(stepX));
    int samplesY = Math.max(1, (int) Math.round(stepY));
    float[] bgr = new float[3];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        bgr[0] = bgr[1] = bgr[2] = 0;
        for (int sy = 0; sy < samplesY; sy++) {
          for (int sx = 0; sx < samplesX; sx++) {
            picture.sample(
                (x + (sx + 0.5) / samplesX) * stepX - 0.5,
                (y + (sy + 0.5) / samplesY) * stepY - 0.5,
                bgr);
          }
        }
        for (int c = 0; c < 3; c++) {
          float value = bgr[c] / (255f * samplesX * samplesY);
          input.put(c * plane + y * width + x, (value - MEAN[c]) / DEVIATION[c]);
        }
      }
    }
    return input;
  }
}

package com.contoso.tollbooth.ocr;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;

/** Tells for each step along a crop which character stands there. */
final class TextRecognizer {
  private final OrtSession session;
  private final Alphabet alphabet;

  TextRecognizer(OrtSession session, Alphabet alphabet) {
    this.session = session;
    this.alphabet = alphabet;
  }

  CharacterGrid read(Crop crop) throws OrtException {
    try (OnnxTensor tensor =
            OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(),
                crop.planes(),
                new long[] {1, 3, Crop.HEIGHT, crop.width()});
        OrtSession.Result result =
            session.run(Map.of(session.getInputNames().iterator().next(), tensor))) {
      OnnxTensor output = (OnnxTensor) result.get(0);
      return fold(output.getFloatBuffer(), (int) output.getInfo().getShape()[1]);
    }
  }

  private CharacterGrid fold(FloatBuffer output, int steps) {
    int classes = alphabet.classes();
    if (output.remaining() != steps * classes) {
      throw new IllegalStateException("the recogniser and its alphabet do not belong together");
    }
    double[][] grid = new double[steps][Alphabet.CHARACTERS.length() + 1];
    char[] signs = new char[steps];
    for (int t = 0; t < steps; t++) {
      int best = 0;
      for (int c = 0; c < classes; c++) {
        float p = output.get(t * classes + c);
        grid[t][alphabet.slot(c)] += p;
        if (p > output.get(t * classes + best)) {
          best = c;
        }
      }
      signs[t] = alphabet.sign(best);
    }
    return new CharacterGrid(grid, signs);
  }
}

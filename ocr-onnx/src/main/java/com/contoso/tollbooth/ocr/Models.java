package com.contoso.tollbooth.ocr;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;

/** The models on the class path, loaded. */
final class Models implements AutoCloseable {
  private final OrtSession detection;
  private final OrtSession recognition;
  private final OrtSession secondRecognition;
  private final Alphabet alphabet;

  private Models(int threads) throws OrtException, IOException {
    try (var options = new OrtSession.SessionOptions();
        InputStream keys = open("ppocr_keys_v1.txt")) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      options.setMemoryPatternOptimization(false);
      // Photos differ in shape: an arena keeps the sum of them all, plain allocation the greatest.
      options.setCPUArenaAllocator(false);
      alphabet = Alphabet.read(keys);
      detection = load("ch_PP-OCRv4_det_infer.onnx", options);
      recognition = load("ch_PP-OCRv4_rec_infer.onnx", options);
      secondRecognition = load("ch_PP-OCRv3_rec_infer.onnx", options);
    }
  }

  static Models load(int threads) {
    try {
      return new Models(threads);
    } catch (OrtException | IOException e) {
      throw new IllegalStateException("the OCR models could not be loaded", e);
    }
  }

  TextDetector detector(int longSide) {
    return new TextDetector(detection, longSide);
  }

  TextRecognizer recognizer() {
    return new TextRecognizer(recognition, alphabet);
  }

  TextRecognizer secondRecognizer() {
    return new TextRecognizer(secondRecognition, alphabet);
  }

  private static OrtSession load(String name, OrtSession.SessionOptions options)
      throws OrtException, IOException {
    try (InputStream model = open(name)) {
      return OrtEnvironment.getEnvironment().createSession(model.readAllBytes(), options);
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream stream = Models.class.getResourceAsStream("/models/" + name);
    if (stream == null) {
      throw new IOException("not on the class path: models/" + name);
    }
    return stream;
  }

  @Override
  public void close() throws OrtException {
    detection.close();
    recognition.close();
    secondRecognition.close();
  }
}

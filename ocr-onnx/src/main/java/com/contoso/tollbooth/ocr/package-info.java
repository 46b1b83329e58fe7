/** Offline text reading: PP-OCR on ONNX Runtime behind {@code TextReader}; knows no plates. */
@NullMarked
package com.contoso.tollbooth.ocr;

import org.jspecify.annotations.NullMarked;

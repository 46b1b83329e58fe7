package com.contoso.tollbooth.local.azure;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** What a profile needs and has not; the message is one sentence that says what. */
public final class CannotUseAzure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CannotUseAzure(String message) {
    super(message);
  }

  static CannotUseAzure without(String profile, String setting, String what) {
    return new CannotUseAzure(
        "the profile %s needs the setting %s (in the environment %s): %s"
            .formatted(profile, setting, setting.toUpperCase(Locale.ROOT).replace('.', '_'), what));
  }

  /** Makes the sentence all that the log says. */
  static final class Analyzer extends AbstractFailureAnalyzer<CannotUseAzure> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, CannotUseAzure cause) {
      @Nullable String sentence = cause.getMessage();
      return new FailureAnalysis(
          sentence == null ? "A service of Azure cannot be used." : sentence, null, cause);
    }
  }
}

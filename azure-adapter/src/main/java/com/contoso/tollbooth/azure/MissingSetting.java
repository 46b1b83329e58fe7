package com.contoso.tollbooth.azure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** An app setting without which the host cannot start. */
final class MissingSetting extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MissingSetting(String setting, String meaning) {
    super("The app setting " + setting + " is not set: " + meaning + ".");
  }

  /** Makes the sentence all that the log says. */
  static final class Analyzer extends AbstractFailureAnalyzer<MissingSetting> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MissingSetting cause) {
      @Nullable String sentence = cause.getMessage();
      return new FailureAnalysis(
          sentence == null ? "An app setting is not set." : sentence,
          "infra/main.bicep sets it; on a machine of your own, set it in the environment.",
          cause);
    }
  }
}

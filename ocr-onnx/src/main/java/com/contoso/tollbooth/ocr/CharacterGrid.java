package com.contoso.tollbooth.ocr;

/**
 * For each step along a line the probabilities of nothing (0) and of each character of {@link
 * Alphabet#CHARACTERS} (1 + its index), and the sign seen there, if any.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out of the package
record CharacterGrid(double[][] steps, char[] signs) {

  /** The likeliest character at each step, repetitions and nothings left out. */
  String greedy() {
    var text = new StringBuilder();
    int last = 0;
    for (double[] step : steps) {
      int best = 0;
      for (int c = 1; c < step.length; c++) {
        if (step[c] > step[best]) {
          best = c;
        }
      }
      if (best != 0 && best != last) {
        text.append(Alphabet.CHARACTERS.charAt(best - 1));
      }
      last = best;
    }
    return text.toString();
  }

  /** The logarithm of the probability that exactly this text stands here, over all alignments. */
  double logProbability(String text) {
    int[] labels = labels(text);
    double[] now = new double[labels.length];
    double[] before = new double[labels.length];
    double log = 0;
    for (int t = 0; t < steps.length; t++) {
      double sum = 0;
      for (int s = 0; s < labels.length; s++) {
        double arriving = t == 0 ? (s < 2 ? 1 : 0) : arriving(before, labels, s);
        now[s] = arriving * steps[t][labels[s]];
        sum += now[s];
      }
      if (sum <= 0) {
        return Double.NEGATIVE_INFINITY;
      }
      log += Math.log(sum);
      for (int s = 0; s < labels.length; s++) {
        before[s] = now[s] / sum;
      }
    }
    double end = before[labels.length - 1];
    return log + Math.log(labels.length > 1 ? end + before[labels.length - 2] : end);
  }

  private static double arriving(double[] before, int[] labels, int s) {
    double sum = before[s];
    if (s > 0) {
      sum += before[s - 1];
    }
    if (s > 1 && labels[s] != 0 && labels[s] != labels[s - 2]) {
      sum += before[s - 2];
    }
    return sum;
  }

  /**
   * The last step of each character of the text along its likeliest alignment; empty if there is
   * none.
   */
  int[] ends(String text) {
    int[] labels = labels(text);
    double[] score = new double[labels.length];
    int[][] from = new int[steps.length][labels.length];
    for (int t = 0; t < steps.length; t++) {
      double[] next = new double[labels.length];
      for (int s = 0; s < labels.length; s++) {
        int best = s;
        if (t == 0) {
          next[s] = s < 2 ? log(s, 0, labels) : Double.NEGATIVE_INFINITY;
          continue;
        }
        if (s > 0 && score[s - 1] > score[best]) {
          best = s - 1;
        }
        if (s > 1 && labels[s] != 0 && labels[s] != labels[s - 2] && score[s - 2] > score[best]) {
          best = s - 2;
        }
        from[t][s] = best;
        next[s] = score[best] + log(s, t, labels);
      }
      score = next;
    }
    int state = labels.length - 1;
    if (state > 0 && score[state - 1] > score[state]) {
      state--;
    }
    int[] ends = new int[text.length()];
    if (score[state] == Double.NEGATIVE_INFINITY) {
      return ends;
    }
    for (int t = steps.length - 1; t >= 0; t--) {
      if (state % 2 == 1) {
        ends[state / 2] = Math.max(ends[state / 2], t);
      }
      state = from[t][state];
    }
    return ends;
  }

  private double log(int s, int t, int[] labels) {
    return Math.log(steps[t][labels[s]] + 1e-9);
  }

  private static int[] labels(String text) {
    int[] labels = new int[2 * text.length() + 1];
    for (int i = 0; i < text.length(); i++) {
      labels[2 * i + 1] = 1 + Alphabet.CHARACTERS.indexOf(text.charAt(i));
    }
    return labels;
  }
}

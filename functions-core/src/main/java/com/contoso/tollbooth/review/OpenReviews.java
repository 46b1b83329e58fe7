package com.contoso.tollbooth.review;

import java.util.List;

/** The oldest open tasks, and how many there are in all. */
public record OpenReviews(long open, List<ReviewTask> tasks) {
  public OpenReviews {
    tasks = List.copyOf(tasks);
  }
}

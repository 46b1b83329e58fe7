package com.contoso.tollbooth.review;

import com.contoso.tollbooth.plate.PlateEvents;
import com.contoso.tollbooth.plate.ReviewRequired;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The review desk's functions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReviewSettings.class)
public class ReviewConfiguration {
  @Bean
  Consumer<ReviewRequired> queueForReview(ReviewQueue queue) {
    return queue::add;
  }

  @Bean
  Function<Integer, OpenReviews> listReviews(ReviewQueue queue) {
    return limit -> new OpenReviews(queue.size(), queue.open(limit));
  }

  @Bean
  Function<Reviewer, Optional<ReviewTask>> claimReview(
      ReviewQueue queue, ReviewSettings settings, Clock clock) {
    return reviewer -> {
      var now = clock.instant();
      return queue.claim(reviewer, now, now.plus(settings.lease()));
    };
  }

  @Bean
  Consumer<ReviewRelease> releaseReview(ReviewQueue queue) {
    return release -> queue.release(release.passage(), release.reviewer());
  }

  @Bean
  Function<ReviewCommand, ResolveOutcome> resolveReview(
      ReviewQueue queue, PlateEvents events, Clock clock) {
    return new ResolveReview(queue, events, clock);
  }
}

package com.contoso.tollbooth.local.web;

import com.contoso.tollbooth.local.web.Problems.Conflict;
import com.contoso.tollbooth.local.web.Problems.Unprocessable;
import com.contoso.tollbooth.plate.Jurisdiction;
import com.contoso.tollbooth.plate.LicensePlate;
import com.contoso.tollbooth.plate.PassageClosed.RejectCode;
import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.registry.PassageRecord;
import com.contoso.tollbooth.review.OpenReviews;
import com.contoso.tollbooth.review.Resolution;
import com.contoso.tollbooth.review.ResolveOutcome;
import com.contoso.tollbooth.review.ReviewCommand;
import com.contoso.tollbooth.review.ReviewRelease;
import com.contoso.tollbooth.review.ReviewTask;
import com.contoso.tollbooth.review.Reviewer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The review desk. */
@RestController
class ReviewController {
  private final Function<Integer, OpenReviews> listReviews;
  private final Function<Reviewer, Optional<ReviewTask>> claimReview;
  private final Consumer<ReviewRelease> releaseReview;
  private final Function<ReviewCommand, ResolveOutcome> resolveReview;
  private final Function<PassageId, Optional<PassageRecord>> findPassage;

  ReviewController(
      Function<Integer, OpenReviews> listReviews,
      Function<Reviewer, Optional<ReviewTask>> claimReview,
      Consumer<ReviewRelease> releaseReview,
      Function<ReviewCommand, ResolveOutcome> resolveReview,
      Function<PassageId, Optional<PassageRecord>> findPassage) {
    this.listReviews = listReviews;
    this.claimReview = claimReview;
    this.releaseReview = releaseReview;
    this.resolveReview = resolveReview;
    this.findPassage = findPassage;
  }

  @GetMapping("/api/reviews")
  OpenView list(@RequestParam(defaultValue = "50") int limit) {
    OpenReviews open = listReviews.apply(limit);
    return new OpenView(open.open(), open.tasks().stream().map(this::view).toList());
  }

  @PostMapping("/api/reviews/claim")
  ResponseEntity<ReviewView> claim(@RequestBody Claim claim) {
    return claimReview
        .apply(new Reviewer(claim.reviewer()))
        .map(task -> ResponseEntity.ok(view(task)))
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  @PostMapping("/api/reviews/{id}/release")
  ResponseEntity<Void> release(@PathVariable String id, @RequestBody Claim claim) {
    releaseReview.accept(new ReviewRelease(new PassageId(id), new Reviewer(claim.reviewer())));
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/api/reviews/{id}/resolution")
  PassageView resolve(@PathVariable String id, @RequestBody Found found) {
    var passage = new PassageId(id);
    var command = new ReviewCommand(passage, new Reviewer(found.reviewer()), found.resolution());
    return switch (resolveReview.apply(command)) {
      case ResolveOutcome.Resolved resolved -> view(passage);
      case ResolveOutcome.Conflict(var message) -> throw new Conflict(message);
      case ResolveOutcome.Unknown unknown -> throw new NotFound("there is no review with this id");
    };
  }

  private ReviewView view(ReviewTask task) {
    var leasedBy = task.leasedBy();
    return new ReviewView(
        view(task.required().passage().id()),
        task.required().reason().name(),
        task.required().why(),
        task.waitingSince(),
        leasedBy == null ? null : leasedBy.name(),
        task.leasedUntil());
  }

  private PassageView view(PassageId id) {
    return findPassage
        .apply(id)
        .map(PassageView::of)
        .orElseThrow(() -> new NotFound("there is no passage with this id"));
  }

  record OpenView(long open, List<ReviewView> reviews) {}

  record ReviewView(
      PassageView passage,
      String reason,
      String why,
      Instant waitingSince,
      @Nullable String leasedBy,
      @Nullable Instant leasedUntil) {}

  record Claim(String reviewer) {}

  record Found(
      String reviewer,
      @Nullable String plate,
      @Nullable Jurisdiction jurisdiction,
      @Nullable RejectCode rejectCode) {

    Resolution resolution() {
      if ((plate == null) == (rejectCode == null)) {
        throw new Unprocessable("enter either a plate or a reject code");
      }
      if (plate == null) {
        return new Resolution.Rejected(java.util.Objects.requireNonNull(rejectCode));
      }
      try {
        return new Resolution.PlateEntered(
            LicensePlate.typed(plate), jurisdiction == null ? Jurisdiction.US : jurisdiction);
      } catch (IllegalArgumentException e) {
        throw new Unprocessable(String.valueOf(e.getMessage()));
      }
    }
  }
}

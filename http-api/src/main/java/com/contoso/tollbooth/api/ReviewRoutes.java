package com.contoso.tollbooth.api;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The review desk. */
record ReviewRoutes(
    Function<Integer, OpenReviews> listReviews,
    Function<Reviewer, Optional<ReviewTask>> claimReview,
    Consumer<ReviewRelease> releaseReview,
    Function<ReviewCommand, ResolveOutcome> resolveReview,
    Function<PassageId, Optional<PassageRecord>> findPassage)
    implements Routes {

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/reviews", this::list),
        Route.post("/api/reviews/claim", this::claim),
        Route.post("/api/reviews/{id}/release", this::release),
        Route.post("/api/reviews/{id}/resolution", this::resolve));
  }

  private ApiAnswer list(Call call) {
    OpenReviews open = listReviews.apply(call.limit(50));
    return ApiAnswer.json(new Open(open.open(), open.tasks().stream().map(this::view).toList()));
  }

  private ApiAnswer claim(Call call) {
    return claimReview
        .apply(named(call.body(Claim.class).reviewer()))
        .map(task -> ApiAnswer.json(view(task)))
        .orElseGet(() -> ApiAnswer.empty(204, Map.of()));
  }

  private ApiAnswer release(Call call) {
    releaseReview.accept(
        new ReviewRelease(call.passage(), named(call.body(Claim.class).reviewer())));
    return ApiAnswer.empty(204, Map.of());
  }

  private ApiAnswer resolve(Call call) {
    PassageId passage = call.passage();
    Found found = call.body(Found.class);
    Reviewer reviewer = named(found.reviewer());
    Resolution resolution;
    try {
      resolution = found.resolution();
    } catch (IllegalArgumentException e) {
      return call.refuse(Problem.Kind.UNPROCESSABLE_CONTENT, String.valueOf(e.getMessage()));
    }
    return switch (resolveReview.apply(new ReviewCommand(passage, reviewer, resolution))) {
      case ResolveOutcome.Resolved resolved -> ApiAnswer.json(view(passage));
      case ResolveOutcome.Conflict(var message) -> call.refuse(Problem.Kind.CONFLICT, message);
      case ResolveOutcome.Unknown unknown ->
          call.refuse(Problem.Kind.NOT_FOUND, "there is no review with this id");
    };
  }

  /** A name that is not given is one without characters, and refused as such. */
  private static Reviewer named(@Nullable String reviewer) {
    return new Reviewer(reviewer == null ? "" : reviewer);
  }

  private ReviewView view(ReviewTask task) {
    return ReviewView.of(task, view(task.required().passage().id()));
  }

  private PassageView view(PassageId id) {
    return findPassage
        .apply(id)
        .map(PassageView::of)
        .orElseThrow(() -> new IllegalStateException("a review is without its passage " + id));
  }

  record Open(long open, List<ReviewView> reviews) {}

  record Claim(@Nullable String reviewer) {}

  record Found(
      @Nullable String reviewer,
      @Nullable String plate,
      @Nullable Jurisdiction jurisdiction,
      @Nullable RejectCode rejectCode) {

    Resolution resolution() {
      if (plate != null && rejectCode == null) {
        return new Resolution.PlateEntered(
            LicensePlate.typed(plate), jurisdiction == null ? Jurisdiction.US : jurisdiction);
      }
      if (plate == null && rejectCode != null) {
        return new Resolution.Rejected(rejectCode);
      }
      throw new IllegalArgumentException("enter either a plate or a reject code");
    }
  }
}

package com.contoso.tollbooth.api;

import com.contoso.tollbooth.usage.chargeback.RulesApproval;
import com.contoso.tollbooth.usage.chargeback.RulesEffect;
import com.contoso.tollbooth.usage.chargeback.RulesEvent;
import com.contoso.tollbooth.usage.chargeback.RulesProposal;
import com.contoso.tollbooth.usage.chargeback.RulesRejected;
import com.contoso.tollbooth.usage.chargeback.RulesTrial;
import com.contoso.tollbooth.usage.chargeback.RulesVersion;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rules of chargeback: which are current, what others would change, and others. */
record UsageRulesRoutes(
    Supplier<Optional<RulesVersion>> currentRules,
    Supplier<List<RulesEvent>> listRulesHistory,
    Function<RulesProposal, RulesVersion> proposeRules,
    Function<RulesTrial, RulesEffect> previewRules,
    Consumer<RulesApproval> applyRules,
    UsageReader reader)
    implements Routes {
  /** A rules file of a thousand rules is a tenth of it. */
  private static final int MOST_CHARACTERS = 1_000_000;

  private static final int ORIGINS = 50;

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/usage/chargeback/rules", call -> reader.ofAny(call, asked -> read())),
        Route.post("/api/usage/chargeback/rules", call -> reader.ofAll(call, this::propose)),
        Route.post("/api/usage/chargeback/preview", call -> reader.ofAny(call, this::preview)),
        Route.post(
            "/api/usage/chargeback/rules/{version}/apply",
            call -> reader.ofAll(call, this::apply)));
  }

  private ApiAnswer read() {
    return ApiAnswer.json(
        new Rules(
            currentRules.get().map(VersionView::of).orElse(null),
            listRulesHistory.get().stream().map(EventView::of).toList()));
  }

  private ApiAnswer propose(Call call) throws IOException {
    Proposal body = call.body(Proposal.class);
    return withText(
        call,
        body.text(),
        text -> VersionView.of(proposeRules.apply(new RulesProposal(text, reader.name(call)))));
  }

  private ApiAnswer preview(Call call) throws IOException {
    Trial body = call.body(Trial.class);
    YearMonth month = UsageRunRoutes.month(body.month());
    if (month == null) {
      throw new IllegalArgumentException("'month' is missing");
    }
    var query = UsageQueries.allocation(reader.rights(call), month, body.enrollment(), null);
    return withText(
        call,
        body.text(),
        text ->
            AllocationView.EffectView.of(previewRules.apply(new RulesTrial(query, text)), ORIGINS));
  }

  private static ApiAnswer withText(
      Call call, @Nullable String text, Function<String, Object> answer) {
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException("'text' is missing");
    }
    if (text.length() > MOST_CHARACTERS) {
      return call.refuse(
          Problem.Kind.CONTENT_TOO_LARGE,
          "a rules file has at most " + MOST_CHARACTERS + " characters");
    }
    try {
      return ApiAnswer.json(answer.apply(text));
    } catch (RulesRejected e) {
      return call.refuse(Problem.Kind.UNPROCESSABLE_CONTENT, String.join("; ", e.faults()));
    }
  }

  private ApiAnswer apply(Call call) {
    int version = UsageQueries.number("version", call.variable("version"), 0);
    if (listRulesHistory.get().stream().noneMatch(event -> event.version() == version)) {
      return call.refuse(
          Problem.Kind.NOT_FOUND, "there is no version " + version + " of the rules");
    }
    applyRules.accept(new RulesApproval(version, reader.name(call)));
    return read();
  }

  record Rules(@Nullable VersionView current, List<EventView> history) {}

  record Proposal(@Nullable String text) {}

  /** A rules file to try on a month, of one enrollment or of all. */
  record Trial(@Nullable String text, @Nullable String month, @Nullable String enrollment) {}

  /** A version of the rules. */
  record VersionView(int version, String text, String proposedBy, Instant proposedAt) {
    static VersionView of(RulesVersion version) {
      return new VersionView(
          version.number(), version.text(), version.proposedBy(), version.proposedAt());
    }
  }

  /** What someone did with a version. */
  record EventView(int version, String kind, String by, Instant at) {
    static EventView of(RulesEvent event) {
      return new EventView(event.version(), event.kind().name(), event.by(), event.at());
    }
  }
}

package com.contoso.tollbooth.reconciliation;

import static com.contoso.tollbooth.plate.SamplePassages.accepted;
import static com.contoso.tollbooth.plate.SamplePassages.uploaded;
import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.plate.PlateEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReconcileTests {
  private final Set<PassageId> known = new HashSet<>();
  private final List<PhotoUploaded> stranded = new ArrayList<>();
  private final List<PlateEvent> untold = new ArrayList<>();
  private final List<PlateEvent> told = new ArrayList<>();

  private final KnownPassages registry =
      new KnownPassages() {
        @Override
        public Set<PassageId> known(Collection<PassageId> ids) {
          return ids.stream().filter(known::contains).collect(Collectors.toSet());
        }

        @Override
        public Stream<PhotoUploaded> stranded() {
          return List.copyOf(stranded).stream();
        }

        @Override
        public List<PlateEvent> untold(int limit) {
          return untold.stream().limit(limit).toList();
        }
      };

  private ReconciliationReport reconcile(int photos) {
    return new Reconcile(
            () -> IntStream.range(0, photos).mapToObj(n -> uploaded(n)),
            registry,
            photo -> {
              stranded.remove(photo);
              return known.add(photo.passage());
            },
            told::add)
        .get();
  }

  @Test
  void sendsUnknownPhotosOnTheirWayOnce() {
    known.add(uploaded(3).passage());

    assertThat(reconcile(1200)).isEqualTo(new ReconciliationReport(1200, 1, 1199));
    assertThat(known).hasSize(1200);
    assertThat(reconcile(1200)).isEqualTo(new ReconciliationReport(1200, 1200, 0));
  }

  @Test
  void sendsStrandedPassagesAgainHoweverMany() {
    IntStream.range(0, 1100).forEach(n -> stranded.add(uploaded(n)));

    assertThat(reconcile(0).redriven()).isEqualTo(1100);
    assertThat(stranded).isEmpty();
  }

  @Test
  void tellsWhatAPersonDecidedAndNobodyHeard() {
    untold.add(accepted(1));

    assertThat(reconcile(0).redriven()).isEqualTo(1);
    assertThat(told).containsExactly(accepted(1));
  }
}

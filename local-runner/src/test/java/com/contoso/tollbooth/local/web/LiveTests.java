package com.contoso.tollbooth.local.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.contoso.tollbooth.api.OverviewView;
import com.contoso.tollbooth.registry.PassagePage;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class LiveTests {
  private final AtomicInteger beats = new AtomicInteger();
  private volatile Thread beating = Thread.currentThread();
  private volatile long photos = 1;
  private volatile boolean coming;

  /** A photo comes between what a listener is shown first and what it is told of. */
  @Test
  void tellsAListenerWhatChangesWhileItComes() throws Exception {
    try (var live = new Live(this::readOverview, query -> new PassagePage(List.of(), null))) {
      await().until(() -> beats.get() > 0);
      coming = true;
      MockHttpServletResponse stream =
          MockMvcBuilders.standaloneSetup(live)
              .build()
              .perform(get("/api/stream"))
              .andReturn()
              .getResponse();

      assertThat(stream.getContentAsString()).contains(total(1));
      await().until(() -> stream.getContentAsString().contains(total(2)));
    }
  }

  private static String total(long photos) {
    return "{\"counts\":{\"total\":" + photos + ",";
  }

  private OverviewView readOverview() {
    if (Thread.currentThread().getName().equals("live-stream")) {
      beating = Thread.currentThread();
      beats.incrementAndGet();
    } else if (coming) {
      OverviewView shown = overview();
      photos = 2;
      awaitABeat();
      return shown;
    }
    return overview();
  }

  /** Returns after a whole beat, or when the next one waits for the listener. */
  private void awaitABeat() {
    int before = beats.get();
    await().until(() -> beats.get() > before + 1 || beating.getState() == Thread.State.BLOCKED);
  }

  private OverviewView overview() {
    return new OverviewView(
        new OverviewView.Counts(photos, photos, 0, 0, 0, 0, 0, 0),
        0,
        List.of(),
        null,
        new OverviewView.Ocr("UP", null),
        null,
        null,
        "photos",
        null,
        List.of());
  }
}

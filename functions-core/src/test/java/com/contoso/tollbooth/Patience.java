package com.contoso.tollbooth;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Lets every test of every module wait for its condition longer than a busy machine needs; one that
 * names a time of its own keeps it.
 */
public final class Patience implements LauncherSessionListener {
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Awaitility.setDefaultTimeout(LONG_ENOUGH);
  }
}

package com.contoso.tollbooth.plate;

/** Where facts are told to whoever listens. */
public interface PlateEvents {
  /**
   * Returns once the event is kept safely for every subscriber; throws if it is not, and the caller
   * fails with it. Publishing the same fact again may deliver it again. Order is not promised.
   */
  void publish(PlateEvent event);
}

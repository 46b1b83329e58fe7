package com.contoso.tollbooth.local.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The overview. */
@RestController
class OverviewController {
  private final Overviews overviews;

  OverviewController(Overviews overviews) {
    this.overviews = overviews;
  }

  @GetMapping("/api/overview")
  OverviewView overview() {
    return overviews.now();
  }
}

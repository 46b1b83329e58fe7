package com.contoso.outlaw.plate;

import com.contoso.outlaw.routing.VisitingRoute;

/** Breaks: plate imports nobody. */
public record ReachingPlate(VisitingRoute route) {}

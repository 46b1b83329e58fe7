package com.contoso.outlaw.usage;

import com.contoso.outlaw.plate.ReachingPlate;

/** Breaks: usage knows no plates, ports carry no suffix. */
public record PlateUsagePort(ReachingPlate plate) {}

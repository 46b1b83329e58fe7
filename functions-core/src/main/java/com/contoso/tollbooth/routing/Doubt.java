package com.contoso.tollbooth.routing;

import com.contoso.tollbooth.plate.ReviewRequired;

/** What speaks against a plate: for machines, and in words for a person. */
record Doubt(ReviewRequired.Reason reason, String why) {}

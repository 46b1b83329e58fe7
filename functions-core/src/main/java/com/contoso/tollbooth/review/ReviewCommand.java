package com.contoso.tollbooth.review;

import com.contoso.tollbooth.plate.PassageId;

/** Asks that what a reviewer found in a passage be recorded. */
public record ReviewCommand(PassageId passage, Reviewer reviewer, Resolution resolution) {}

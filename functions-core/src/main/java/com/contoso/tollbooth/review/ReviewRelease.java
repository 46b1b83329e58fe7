package com.contoso.tollbooth.review;

import com.contoso.tollbooth.plate.PassageId;

/** Asks that a reviewer's task be given back. */
public record ReviewRelease(PassageId passage, Reviewer reviewer) {}

package com.contoso.tollbooth.review;

import com.contoso.tollbooth.plate.ReviewRequired;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A passage waiting for a person.
 *
 * @param leasedBy who works on it, with {@code leasedUntil}; both {@code null} while nobody does
 */
public record ReviewTask(
    ReviewRequired required,
    Instant waitingSince,
    @Nullable Reviewer leasedBy,
    @Nullable Instant leasedUntil) {}

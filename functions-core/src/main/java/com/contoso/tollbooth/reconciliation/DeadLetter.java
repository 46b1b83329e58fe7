package com.contoso.tollbooth.reconciliation;

import com.contoso.tollbooth.plate.PassageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that could not be processed.
 *
 * @param subscriber the function that failed
 * @param type the CloudEvents type
 * @param passage {@code null} for a message that names none
 * @param photoPath of its photo, for a message that carries one
 * @param reason why, in words, without a plate
 */
public record DeadLetter(
    String id,
    String subscriber,
    String type,
    @Nullable PassageId passage,
    @Nullable String photoPath,
    String reason,
    int attempts,
    Instant failedAt) {}

package com.contoso.tollbooth.local.intake;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the photo folder.
 *
 * @param photos the folder; by default {@code photos} in the home folder
 * @param defaultBooth the booth of a photo that lies in no booth's folder
 * @param settle how long a photo that looks whole must lie unchanged before it is taken; a second
 *     outlasts the pauses of a writer at work
 * @param brokenAfter how long one that does not end as its format ends must lie unchanged before it
 *     is taken for broken; long, because a slow upload may pause
 * @param watch how often pending files are looked at again
 */
@ConfigurationProperties("tollbooth.intake")
public record IntakeSettings(
    @Nullable Path photos,
    @DefaultValue("unassigned") String defaultBooth,
    @DefaultValue("1s") Duration settle,
    @DefaultValue("30s") Duration brokenAfter,
    @DefaultValue("500ms") Duration watch) {}

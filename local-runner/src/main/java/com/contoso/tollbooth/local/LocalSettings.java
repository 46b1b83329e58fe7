package com.contoso.tollbooth.local;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the local runner.
 *
 * @param home the data folder: database, photos, exports, mailbox
 * @param schedules whether exports and reconciliation run by themselves; a command that works
 *     through one folder and ends runs them itself
 */
@ConfigurationProperties("tollbooth")
public record LocalSettings(
    @DefaultValue("tollbooth-home") Path home, @DefaultValue("true") boolean schedules) {}

package com.contoso.tollbooth.usage.retrieve;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the keys that open reports.
 *
 * @param warnBefore how long before a key expires it is told; a new one takes people some days, and
 *     holidays longer
 */
@ConfigurationProperties("tollbooth.usage.keys")
public record KeySettings(@DefaultValue("30d") Duration warnBefore) {}

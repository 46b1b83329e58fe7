package com.contoso.tollbooth.local.broker;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** The envelope of CloudEvents 1.0 in its JSON format; {@code subject} is the passage id. */
record CloudEvent(
    String specversion,
    String id,
    String source,
    String type,
    String subject,
    Instant time,
    String datacontenttype,
    JsonNode data) {}

package com.contoso.tollbooth.azure.handlers;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may send facts by HTTP.
 *
 * @param allowed origins as senders name themselves when they ask; Event Grid calls itself {@code
 *     eventgrid.azure.net}
 */
@ConfigurationProperties("tollbooth.event-origins")
public record EventOrigins(@DefaultValue("eventgrid.azure.net") List<String> allowed) {
  public EventOrigins {
    allowed = List.copyOf(allowed);
  }
}

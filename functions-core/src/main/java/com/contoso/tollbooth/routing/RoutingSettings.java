package com.contoso.tollbooth.routing;

import com.contoso.tollbooth.plate.Confidence;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a reading must reach to be billed without a person. All are shares from 0 to 1; the defaults
 * were found on photos of US vehicles so that doubt goes to a person.
 *
 * @param confidence of a plate in a known series; 0.85
 * @param mixedConfidence of a plate in no known series, with letters and digits; 0.97, because its
 *     format vouches for nothing
 * @param chosenConfidence of letters alone, digits alone or fewer than five characters; 1, which in
 *     practice is never: signs and badges look the same
 * @param characterConfidence of each character; 0.9
 * @param lookAlikeLimit at which another character that looks alike is a doubt; 0.03
 * @param rivalConfidence at which writing elsewhere in the photo may be its plate as well; 0.6
 * @param rivalHeight of the best writing's height that such writing must have; 0.5
 */
@ConfigurationProperties("tollbooth.routing")
public record RoutingSettings(
    @DefaultValue("0.85") double confidence,
    @DefaultValue("0.97") double mixedConfidence,
    @DefaultValue("1") double chosenConfidence,
    @DefaultValue("0.9") double characterConfidence,
    @DefaultValue("0.03") double lookAlikeLimit,
    @DefaultValue("0.6") double rivalConfidence,
    @DefaultValue("0.5") double rivalHeight) {
  public static final RoutingSettings DEFAULT =
      new RoutingSettings(0.85, 0.97, 1, 0.9, 0.03, 0.6, 0.5);

  public RoutingSettings {
    for (double share :
        new double[] {
          confidence,
          mixedConfidence,
          chosenConfidence,
          characterConfidence,
          lookAlikeLimit,
          rivalConfidence,
          rivalHeight
        }) {
      var unused = new Confidence(share);
    }
  }
}

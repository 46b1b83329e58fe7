package com.contoso.tollbooth.routing;

import com.contoso.tollbooth.plate.Confidence;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a reading must reach to be billed without a person. All are shares from 0 to 1; the defaults
 * were found on photos of US vehicles so that doubt goes to a person.
 *
 * @param confidence of a plate in a known series; 0.5: all voters' agreement on every character at
 *     once, of which the highest seen for a wrong text on real photos was 0.37
 * @param mixedConfidence of a plate in no known series, with letters and digits; 0.85, because its
 *     format vouches for nothing
 * @param chosenConfidence of letters alone, digits alone or fewer than five characters; 1, which in
 *     practice is never: signs and badges look the same
 * @param characterConfidence of each character; 0.75, because one doubtful character makes another
 *     plate
 * @param lookAlikeLimit at which another character that looks alike is a doubt; 0.12, where the
 *     series does not rule it out
 * @param wholeConfidence of a plate whose characters the engine does not tell; 0.95
 * @param rivalConfidence at which writing elsewhere in the photo may be its plate as well; 0.6
 * @param rivalHeight of the best writing's height that such writing must have; 0.5
 */
@ConfigurationProperties("tollbooth.routing")
public record RoutingSettings(
    @DefaultValue("0.5") double confidence,
    @DefaultValue("0.85") double mixedConfidence,
    @DefaultValue("1") double chosenConfidence,
    @DefaultValue("0.75") double characterConfidence,
    @DefaultValue("0.12") double lookAlikeLimit,
    @DefaultValue("0.95") double wholeConfidence,
    @DefaultValue("0.6") double rivalConfidence,
    @DefaultValue("0.5") double rivalHeight) {
  public static final RoutingSettings DEFAULT =
      new RoutingSettings(0.5, 0.85, 1, 0.75, 0.12, 0.95, 0.6, 0.5);

  public RoutingSettings {
    for (double share :
        new double[] {
          confidence,
          mixedConfidence,
          chosenConfidence,
          characterConfidence,
          lookAlikeLimit,
          wholeConfidence,
          rivalConfidence,
          rivalHeight
        }) {
      var unused = new Confidence(share);
    }
  }
}

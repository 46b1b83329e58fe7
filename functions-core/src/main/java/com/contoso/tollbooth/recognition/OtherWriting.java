package com.contoso.tollbooth.recognition;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells writing that stands on or near vehicles and is no plate. */
final class OtherWriting {
  private static final int LEAST_INEXACT = 6;

  private static final Set<String> STATES =
      words(
          "ALABAMA ALASKA ARIZONA ARKANSAS CALIFORNIA COLORADO CONNECTICUT DELAWARE FLORIDA GEORGIA"
              + " HAWAII IDAHO ILLINOIS INDIANA IOWA KANSAS KENTUCKY LOUISIANA MAINE MARYLAND"
              + " MASSACHUSETTS MICHIGAN MINNESOTA MISSISSIPPI MISSOURI MONTANA NEBRASKA NEVADA"
              + " NEWHAMPSHIRE NEWJERSEY NEWMEXICO NEWYORK NORTHCAROLINA NORTHDAKOTA OHIO OKLAHOMA"
              + " OREGON PENNSYLVANIA RHODEISLAND SOUTHCAROLINA SOUTHDAKOTA TENNESSEE TEXAS UTAH"
              + " VERMONT VIRGINIA WASHINGTON WESTVIRGINIA WISCONSIN WYOMING CAROLINA DAKOTA JERSEY"
              + " MEXICO HAMPSHIRE");

  /** Slogans, and what else is printed on plates and their frames. */
  private static final Set<String> SLOGANS =
      words(
          "THELONESTARSTATE LONESTARSTATE LONESTAR NATIVEAMERICA OKLAHOMAISOK LANDOFENCHANTMENT"
              + " ENCHANTMENT CENTENNIAL SUNSHINESTATE SUNSHINE GRANDCANYONSTATE GOLDENSTATE"
              + " EMPIRESTATE GARDENSTATE EVERGREENSTATE EVERGREEN PEACHSTATE LANDOFLINCOLN"
              + " SHOWMESTATE SHOWME VOLUNTEERSTATE BLUEGRASSSTATE FIRSTINFLIGHT FIRSTINFREEDOM"
              + " FAMOUSPOTATOES SCENIC GREATLAKES PURE LIVEFREEORDIE SWEETHOMEALABAMA THENATURALSTATE"
              + " NATURALSTATE BIRTHPLACEOFAVIATION SILVERSTATE VACATIONLAND CONSTITUTIONSTATE"
              + " LIFEELEVATED GREATESTSNOWONEARTH MOUNTAINSTATE WILDWONDERFUL OCEANSTATE"
              + " SPORTSMANSPARADISE TREASURESTATE INGODWETRUST COMMONWEALTH DMV DMVCAGOV"
              + " DEALER MOTORS MOTOR AUTO AUTOS CARS SALES USED RENTAL TRUCK STATE COUNTY"
              + " DISABLED VETERAN EXEMPT APPORTIONED PERMANENT COMMERCIAL FARM TRAILER TAXI POLICE"
              + " SHERIFF AMBULANCE FIRE SCHOOLBUS EMERGENCY STOP EXIT ONLY LANE TOLL SPEED LIMIT"
              + " PARKING NOPARKING YIELD ONEWAY SALE FORSALE");

  private static final Set<String> MONTHS =
      words("JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC");

  private static final Set<String> BADGES =
      words(
          "ACURA ALFAROMEO ASTON AUDI BENTLEY BMW BUICK CADILLAC CHEVROLET CHEVY CHRYSLER CITROEN"
              + " DODGE FERRARI FIAT FORD GENESIS GMC HONDA HUMMER HYUNDAI INFINITI ISUZU JAGUAR JEEP"
              + " KIA LANDROVER RANGEROVER LEXUS LINCOLN MASERATI MAZDA MERCEDES MERCEDESBENZ MERCURY"
              + " MINI MITSUBISHI NISSAN OLDSMOBILE OPEL PEUGEOT PLYMOUTH PONTIAC PORSCHE RAM RENAULT"
              + " ROVER SAAB SATURN SCION SKODA SMART SUBARU SUZUKI TESLA TOYOTA VOLKSWAGEN VOLVO"
              + " ACCORD ALTIMA AVALON CAMARO CAMRY CARAVAN CARRERA CHALLENGER CHARGER CHEROKEE"
              + " CIVIC COLORADO COROLLA CORVETTE COOPER CRUZE DURANGO EDGE ELANTRA ENCORE EQUINOX"
              + " ESCALADE ESCAPE EXCURSION EXPEDITION EXPLORER FIESTA FOCUS FORESTER FRONTIER FUSION"
              + " GRANDCHEROKEE HIGHLANDER HYBRID IMPALA IMPREZA JETTA LARAMIE LEGACY LIBERTY MALIBU"
              + " MAXIMA MURANO MUSTANG NAVIGATOR ODYSSEY OPTIMA OUTBACK PASSAT PATHFINDER PATRIOT"
              + " PILOT PRIUS QUATTRO RANGER ROGUE SENTRA SIENNA SIERRA SILVERADO SONATA SORENTO SOUL"
              + " SPORT SUBURBAN TACOMA TAHOE TAURUS TERRAIN TITAN TRAVERSE TUCSON TUNDRA VERSA"
              + " WRANGLER YARIS YUKON LIMITED TURBO DIESEL ECOBOOST HEMI FLEXFUEL VTEC XLT LTZ SLT"
              + " AWD 4WD 4X4 4MATIC V6 V8 F150 F250 F350 TDI GTI");

  private static final Set<String> ALL =
      Stream.of(STATES, SLOGANS, BADGES)
          .flatMap(Set::stream)
          .collect(java.util.stream.Collectors.toUnmodifiableSet());

  /** As read, with signs: dates, times, telephone numbers, addresses of the web. */
  private static final List<Pattern> SHAPES =
      Stream.of(
              "\\d{1,4}([-/.])\\d{1,2}\\1\\d{1,4}.*",
              ".*\\d{1,2}:\\d{2}(:\\d{2})?.*",
              "(19|20)\\d\\d",
              "20\\d\\d(0[1-9]|1[0-2])([0-2]\\d|3[01])\\d*",
              ".*\\(?\\d{3}\\)?[-. ]\\d{3}[-. ]\\d{4}.*",
              "1?[2-9]\\d{2}[2-9]\\d{6}",
              ".*(WWW|HTTP|\\.COM|\\.NET|\\.ORG|@).*",
              "WWW.*|.*[A-Z]{4,}COM",
              "(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC) ?'?(19|20)?\\d\\d")
          .map(Pattern::compile)
          .toList();

  private OtherWriting() {}

  /**
   * @param line as read
   * @param text of it, letters and digits only
   */
  static boolean is(String line, String text) {
    String upper = line.strip().toUpperCase(Locale.ROOT);
    return ALL.contains(text)
        || MONTHS.contains(text)
        || SHAPES.stream()
            .anyMatch(shape -> shape.matcher(upper).matches() || shape.matcher(text).matches())
        || ALL.stream().anyMatch(word -> resembles(text, word));
  }

  private static boolean resembles(String text, String word) {
    return word.length() >= LEAST_INEXACT
        && (text.contains(word)
            || Math.abs(text.length() - word.length()) <= 1 && withinOneEdit(text, word));
  }

  static boolean withinOneEdit(String a, String b) {
    int start = 0;
    int shorter = Math.min(a.length(), b.length());
    while (start < shorter && a.charAt(start) == b.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
      end++;
    }
    return Math.max(a.length(), b.length()) - start - end <= 1;
  }

  private static Set<String> words(String separated) {
    return Set.of(separated.split(" "));
  }
}

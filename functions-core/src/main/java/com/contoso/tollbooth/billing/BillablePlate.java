package com.contoso.tollbooth.billing;

import com.contoso.tollbooth.plate.BoothId;
import com.contoso.tollbooth.plate.Confidence;
import com.contoso.tollbooth.plate.Jurisdiction;
import com.contoso.tollbooth.plate.LicensePlate;
import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.plate.PlateAccepted;
import java.time.Instant;

/** A passage with a plate that is sure enough to bill: one row of an export. */
public record BillablePlate(
    PassageId passage,
    BoothId booth,
    Instant capturedAt,
    LicensePlate plate,
    Jurisdiction jurisdiction,
    Confidence confidence,
    PlateAccepted.Source source) {}

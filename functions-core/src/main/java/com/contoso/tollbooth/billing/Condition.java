package com.contoso.tollbooth.billing;

/** Something that may last over many exports; it is mailed when it begins and when it clears. */
public enum Condition {
  NO_DATA,
  EXPORT_FAILED,
  PARTLY_EXPORTED
}

package com.contoso.tollbooth.recognition;

/** The image formats that booths send, told by content. */
public enum PhotoFormat {
  JPEG,
  PNG
}
